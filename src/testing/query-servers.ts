import * as z from 'zod/mini';
import type { QueryServerAddress, TransportOptions } from '../query-server/http-transport.ts';
import { createDialer } from '../query-server/dial/dial.ts';
import { startSampleCluster } from '../emulator/cluster/sample-cluster.ts';
import { type SampleHost, findSampleHost } from '../emulator/cluster/sample-databases.ts';
import { closedPolicy } from './closed-policy.ts';
import { phoenixTables } from './phoenix-tables.ts';

/** The query servers that the client's contract tests run against. */
export type ServerKind =
  | 'plain'
  | 'basic'
  | 'tls'
  | 'json'
  | 'gateway'
  | 'gatewayWithoutServer'
  | 'zooKeeper';

export interface QueryServers {
  /** The address of a server, and how to open it with the right user and the right certificate authority. */
  readonly open: (kind: ServerKind) => {
    readonly address: QueryServerAddress;
    readonly options: TransportOptions;
  };
  readonly close: () => Promise<void>;
}

/** The servers that `npm run test:phoenix` has started. */
export const realServers = z.object({
  ports: z.record(z.string(), z.number()),
  ca: z.string(),
  username: z.string(),
  password: z.string(),
});

/** `npm run test:phoenix` passes the started servers to the tests in this variable. */
export const realServersVariable = 'PHOENIX_SERVERS';

/** The real servers if they are running, otherwise the sample cluster. */
export async function findQueryServers(): Promise<QueryServers> {
  const given = process.env[realServersVariable];
  return given === undefined ? startSampleServers() : toRealServers(realServers.parse(JSON.parse(given)));
}

const timeout = 30_000;

function toRealServers({ ports, ca, username, password }: z.infer<typeof realServers>): QueryServers {
  return {
    open: (kind) => ({
      address: {
        host: 'localhost',
        port: ports[kind] ?? 0,
        path: kind.startsWith('gateway') ? '/hbasephoenix0' : '/',
        isEncrypted: kind === 'tls' || kind.startsWith('gateway'),
        credentials: { username, password },
      },
      options: { openSocket: createDialer(closedPolicy), ca, timeout },
    }),
    close: () => Promise.resolve(),
  };
}

const user = { username: 'admin', password: 'phoenix-password' };

/** The settings that make a host of the sample cluster behave like each of the real servers. */
const sampleServers: Readonly<Record<ServerKind, Partial<SampleHost>>> = {
  plain: { encryption: 'never', signIn: 'notAsked' },
  basic: { encryption: 'never', user },
  tls: { encryption: 'always', signIn: 'notAsked' },
  json: { encryption: 'never', signIn: 'notAsked', answer: 'json' },
  gateway: { encryption: 'always', user, path: /^\/hbasephoenix\d+\/?$/ },
  zooKeeper: { encryption: 'never', answer: 'none', signIn: 'notAsked' },
  gatewayWithoutServer: { encryption: 'always', user, answer: 'gatewayError' },
};

async function startSampleServers(): Promise<QueryServers> {
  const kinds = new Map(
    Object.entries(sampleServers).map(([kind, host]) => [`${kind}.example`.toLowerCase(), host]),
  );
  const cluster = await startSampleCluster((host, port) => ({
    ...findSampleHost('contract.example', port),
    tables: phoenixTables,
    ...kinds.get(host.toLowerCase()),
  }));
  return {
    open: (kind) => ({
      address: {
        host: `${kind}.example`,
        port: 443,
        path: kind.startsWith('gateway') ? '/hbasephoenix0' : '/',
        isEncrypted: kind === 'tls' || kind.startsWith('gateway'),
        credentials: user,
      },
      options: { ...cluster, timeout },
    }),
    close: () => cluster.close(),
  };
}
