import { startEmulator } from './start-emulator.ts';
import type { Environment } from '../flow-service/schemas/environment.ts';
import { type Proxy, createProxy } from '../proxy/create-proxy.ts';
import { isProxied } from '../proxy/upstream/http-proxy.ts';
import { isLoopback } from '../proxy/check-origin.ts';
import type { Settings } from './settings/settings.ts';

/** Adobe's Identity Management System, which issues the access tokens (IMS-REF). */
const adobeIms = 'https://ims-na1.adobelogin.com';

/**
 * What answers below `/api`, for development, preview and the built app alike: the proxy and, when no gateway is
 * configured, the local Flow Service on a free port of this machine.
 */
export async function startBackend(settings: Settings, log: (line: string) => void): Promise<Backend> {
  const gateway = await startGateway(settings.gatewayOrigin);
  const target = toTarget(gateway.origin);
  const proxy = createProxy({
    gatewayOrigin: gateway.origin,
    imsOrigin: settings.imsOrigin ?? (target === 'local' ? gateway.origin : adobeIms),
    httpProxy: settings.httpProxy,
    target,
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
  /** What it talks to, for the person who starts it. */
  readonly service: string;
  /** Lets what is under way come to its end, and stops the local service if it was started. */
  readonly close: () => Promise<void>;
}

async function startGateway(configured: string | null) {
  if (configured !== null) return { origin: configured, close: () => Promise.resolve() };
  const { url, close } = await startEmulator({ host: '127.0.0.1', port: 0 });
  return { origin: url, close };
}

/** A gateway on this machine is taken for the local Flow Service. */
function toTarget(gatewayOrigin: string): Environment['target'] {
  const { hostname } = new URL(gatewayOrigin);
  if (isLoopback(hostname)) return 'local';
  return hostname.endsWith('.adobe.io') ? 'adobe' : 'other';
}
