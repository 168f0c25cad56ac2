import { request } from 'undici';
import type { Databases } from '../emulator/cluster/databases.ts';
import { scenarioList } from '../flow-service/schemas/environment.ts';
import { type Proxy, createProxy } from '../proxy/create-proxy.ts';
import type { IdempotencyStore } from '../proxy/writes/idempotency-store.ts';
import { isProxied } from '../proxy/upstream/http-proxy.ts';
import type { DialPolicy } from '../query-server/dial/dial-policy.ts';
import { dialedRoute, sampleRoute } from '../query-server/check/check-route.ts';
import { createCheckRoutes } from './check/check-routes.ts';
import { findImsOrigin, toTarget } from './settings/find-ims-origin.ts';
import type { Settings } from './settings/settings.ts';
import { toDialPolicy } from './settings/to-dial-policy.ts';

/**
 * Serves `/api` for development, preview and the built app: the proxy and, when no gateway is configured, the local
 * Flow Service on a free port of this machine.
 * @param ownPorts Ports of the server, which must not be dialed as a database. The ports of the local
 * service and of its sample cluster are added.
 * @param running The databases of the configured gateway, if it is the local Flow Service in this process.
 */
export async function startBackend(
  settings: Settings,
  ownPorts: number[],
  log: (line: string) => void,
  running: Databases | null = null,
): Promise<Backend> {
  const policy = toDialPolicy(settings, ownPorts);
  const gateway = await startGateway(settings.gatewayOrigin, running, policy, ownPorts);
  const target = toTarget(gateway.origin);
  const stopping = new AbortController();
  const findRoute = async (host: string, port: number) => {
    const sample = await gateway.databases?.findSample(host, port);
    return sample ? sampleRoute(sample) : dialedRoute({ policy });
  };
  const writes = await openStore(settings.stateUrl, log);
  const proxy = createProxy({
    gatewayOrigin: gateway.origin,
    imsOrigin: findImsOrigin(settings, gateway.origin),
    httpProxy: settings.httpProxy,
    target,
    databases: policy.reach === 'off' ? 'samples' : 'real',
    credentials: settings.credentials,
    sandbox: settings.sandbox,
    listenHost: settings.host,
    publicOrigin: settings.publicOrigin,
    ...(writes && { writes }),
    log,
    now: Date.now,
    besides: (redact) =>
      createCheckRoutes({ findRoute, redact, log, stopping: stopping.signal, now: Date.now }),
  });
  const { httpProxy } = settings;
  const isThrough = httpProxy !== null && isProxied(gateway.origin, httpProxy);
  const through = isThrough ? ` through the HTTP proxy ${new URL(httpProxy.origin).host}` : '';
  return {
    fetch: proxy.fetch,
    describe: proxy.describe,
    simulates: target === 'local' ? () => readSimulates(gateway.origin) : () => Promise.resolve(false),
    giveUp() {
      stopping.abort();
      proxy.giveUp();
    },
    service:
      target === 'local' ? `the local Flow Service on ${gateway.origin}` : `${gateway.origin}${through}`,
    async close() {
      stopping.abort();
      await proxy.close();
      await gateway.close();
    },
  };
}

export interface Backend extends Pick<Proxy, 'fetch' | 'describe' | 'giveUp'> {
  /** Whether the service simulates a failure, which every page then shows. Only the local Flow Service does. */
  readonly simulates: () => Promise<boolean>;
  /** A description of the connected service, for the person who starts the server. */
  readonly service: string;
  /** Waits until pending requests have finished, and stops the local service if it was started. */
  readonly close: () => Promise<void>;
}

/** The store of several servers; null for one that keeps its writes in memory. */
async function openStore(url: string | null, log: (line: string) => void): Promise<IdempotencyStore | null> {
  if (url === null) return null;
  // Loaded on demand: most servers use no Redis.
  const { connectToRedis } = await import('../proxy/writes/redis-connection.ts');
  const { createRedisStore } = await import('../proxy/writes/redis-store.ts');
  return createRedisStore(connectToRedis(url, log));
}

/** Milliseconds. A local service answers in a few, and a page waits for it. */
const longestAnswer = 1000;

/** Asks a local Flow Service. One that does not answer simulates nothing. */
async function readSimulates(origin: string): Promise<boolean> {
  try {
    // `fetch` would add the headers of a browser.
    const { body } = await request(`${origin}/local/scenarios`, {
      headersTimeout: longestAnswer,
      bodyTimeout: longestAnswer,
    });
    return scenarioList.parse(await body.json()).current !== null;
  } catch {
    return false;
  }
}

/** The gateway and, if it is a local Flow Service, its databases. */
async function startGateway(
  configured: string | null,
  running: Databases | null,
  policy: DialPolicy,
  ownPorts: number[],
) {
  if (configured !== null) {
    if (running !== null || toTarget(configured) !== 'local') {
      return { origin: configured, databases: running, close: () => Promise.resolve() };
    }
    const { createDatabases } = await import('../emulator/cluster/databases.ts');
    const databases = createDatabases(policy, ownPorts);
    return { origin: configured, databases, close: () => databases.close() };
  }
  // Loaded on demand: a server in front of Adobe needs none of it.
  const { startEmulator } = await import('./start-emulator.ts');
  const { url, databases, close } = await startEmulator({ host: '127.0.0.1', port: 0, policy, ownPorts });
  return { origin: url, databases, close };
}
