import { adobeGateway } from '../flow-service/endpoints.ts';
import type { Environment } from '../flow-service/environment.ts';
import { startEmulator } from '../emulator/start-emulator.ts';
import { createProxy } from '../proxy/create-proxy.ts';
import { isLoopback } from '../proxy/loopback.ts';
import type { Settings } from './settings.ts';

/** Adobe's Identity Management System, which issues the access tokens (IMS-REF). */
const adobeIms = 'https://ims-na1.adobelogin.com';

export type Backend = Awaited<ReturnType<typeof startBackend>>;

/**
 * What answers below `/api`, for development, preview and the built app alike: the proxy and, when no gateway is
 * configured, the local Flow Service on a free port of this machine.
 */
export async function startBackend(settings: Settings, log: (line: string) => void) {
  const emulator =
    settings.gatewayOrigin === null ? await startEmulator({ host: '127.0.0.1', port: 0 }) : null;
  const gatewayOrigin = emulator?.url ?? settings.gatewayOrigin ?? adobeGateway;
  const target = toTarget(gatewayOrigin);
  const proxy = createProxy({
    gatewayOrigin,
    imsOrigin: settings.imsOrigin ?? (target === 'local' ? gatewayOrigin : adobeIms),
    target,
    credentials: settings.credentials,
    sandbox: settings.sandbox,
    listenHost: settings.host,
    publicOrigin: settings.publicOrigin,
    log,
    now: Date.now,
  });
  return {
    fetch: proxy.fetch,
    async close(): Promise<void> {
      await proxy.close();
      await emulator?.close();
    },
  };
}

/** A gateway on this machine is taken for the local Flow Service. */
function toTarget(gatewayOrigin: string): Environment['target'] {
  const { hostname } = new URL(gatewayOrigin);
  if (isLoopback(hostname)) return 'local';
  return hostname.endsWith('.adobe.io') ? 'adobe' : 'other';
}
