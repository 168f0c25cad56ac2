import { buildConnector } from 'undici';
import { describeCertificate } from './describe-certificate.ts';
import { type HttpProxy, isProxied } from './http-proxy.ts';
import { openTunnel } from './open-tunnel.ts';
import { ProxyError } from '../proxy-error.ts';

/**
 * Connects to one origin, through the HTTP proxy if there is one and the origin is not an exception. `timeout` is in
 * milliseconds and applies to name lookup, TCP and TLS together. The steps of the HTTP proxy before these have a
 * timeout of the same length. Fails with a {@link ProxyError} `unreachable`, which means that no request was sent.
 */
export function createConnector(
  origin: string,
  httpProxy: HttpProxy | null,
  timeout: number,
): buildConnector.connector {
  const { hostname, host, port } = new URL(origin);
  const connectSocket = buildConnector({ timeout });

  function connect(options: buildConnector.Options, callback: buildConnector.Callback): void {
    connectSocket(options, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (error) callback(toUnreachable(error, host), null);
      else callback(null, socket);
    });
  }

  async function connectThrough(
    proxy: HttpProxy,
    options: buildConnector.Options,
    callback: buildConnector.Callback,
  ): Promise<void> {
    const tunnel = await openTunnel(proxy, `${hostname}:${port || '443'}`, timeout);
    if (tunnel instanceof ProxyError) callback(tunnel, null);
    else connect({ ...options, httpSocket: tunnel }, callback);
  }

  if (httpProxy === null || !isProxied(origin, httpProxy)) return connect;
  return (options, callback) => void connectThrough(httpProxy, options, callback);
}

function toUnreachable(error: Error, host: string): ProxyError {
  const code = 'code' in error ? String(error.code) : 'unknown cause';
  const certificate = describeCertificate(code);
  return new ProxyError(
    'unreachable',
    certificate === null
      ? `The connection to the service failed (${code}).`
      : `${host} has a certificate that ${certificate}.`,
  );
}
