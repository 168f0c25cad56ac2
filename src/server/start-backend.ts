import type { Environment } from '../flow-service/schemas/environment.ts';
import { type Proxy, createProxy } from '../proxy/create-proxy.ts';
import { isProxied } from '../proxy/upstream/http-proxy.ts';
import { isLoopback } from '../proxy/check-origin.ts';
import type { DialPolicy } from '../query-server/dial/dial-policy.ts';
import type { Settings } from './settings/settings.ts';
import { toDialPolicy } from './settings/to-dial-policy.ts';

/** Adobe's Identity Management System, which issues the access tokens (IMS-REF). */
const adobeIms = 'https://ims-na1.adobelogin.com';

/**
 * Serves `/api` for development, preview and the built app: the proxy and, when no gateway is configured, the local
 * Flow Service on a free port of this machine.
 * @param ownPorts Ports of the server, which must not be dialed as a database. The port of the local service is
 * added.
 */
export async function startBackend(
  settings: Settings,
  ownPorts: number[],
  log: (line: string) => void,
): Promise<Backend> {
  const policy = toDialPolicy(settings, ownPorts);
  const gateway = await startGateway(settings.gatewayOrigin, policy, ownPorts);
  const target = toTarget(gateway.origin);
  const proxy = createProxy({
    gatewayOrigin: gateway.origin,
    imsOrigin: settings.imsOrigin ?? (target === 'local' ? gateway.origin : adobeIms),
    httpProxy: settings.httpProxy,
    target,
    databases: policy.reach === 'off' ? 'samples' : 'real',
    credentials: settings.credentials,
    sandbox: settings.sandbox,
    listenHost: settings.host,
    publicOrigin: settings.publicOrigin,
    log,
    now: Date.now,
  });
  const { httpProxy } = settings;
  const isThrough = httpProxy !== null && isProxied(gateway.origin, httpProxy);
  const through = isThrough ? ` through the HTTP proxy ${new URL(httpProxy.origin).host}` : '';
  return {
    fetch: proxy.fetch,
    giveUp: proxy.giveUp,
    service:
      target === 'local' ? `the local Flow Service on ${gateway.origin}` : `${gateway.origin}${through}`,
    async close() {
      await proxy.close();
      await gateway.close();
    },
  };
}

export interface Backend extends Pick<Proxy, 'fetch' | 'giveUp'> {
  /** A description of the connected service, for the person who starts the server. */
  readonly service: string;
  /** Waits until pending requests have finished, and stops the local service if it was started. */
  readonly close: () => Promise<void>;
}

async function startGateway(configured: string | null, policy: DialPolicy, ownPorts: number[]) {
  if (configured !== null) return { origin: configured, close: () => Promise.resolve() };
  // Loaded on demand: a server in front of Adobe needs none of it.
  const { startEmulator } = await import('./start-emulator.ts');
  const { url, port, close } = await startEmulator({ host: '127.0.0.1', port: 0, policy });
  ownPorts.push(port);
  return { origin: url, close };
}

/** A gateway on this machine counts as the local Flow Service. */
function toTarget(gatewayOrigin: string): Environment['target'] {
  const { hostname } = new URL(gatewayOrigin);
  if (isLoopback(hostname)) return 'local';
  return hostname.endsWith('.adobe.io') ? 'adobe' : 'other';
}
