import type { DialPolicy } from '../../query-server/dial/dial-policy.ts';
import { dial } from '../../query-server/dial/dial.ts';
import type { QueryServerAddress, TransportOptions } from '../../query-server/http-transport.ts';
import { type QueryServerClient, openQueryServer } from '../../query-server/query-server-client.ts';
import { type SampleCluster, startSampleCluster } from './sample-cluster.ts';
import { findSampleHost, isSampleName } from './sample-databases.ts';

/** Opens the database of a connection: the sample cluster for sample names, really for every other host. */
export interface Databases {
  /**
   * Opens a connection, gives it to `use`, and closes it.
   * @throws {QueryServerError}
   */
  visit<Result>(
    address: QueryServerAddress,
    use: (client: QueryServerClient) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

/** The longest that one request to a database may take, in milliseconds; Adobe's own limit is not known. */
const requestTimeout = 20_000;

export function createDatabases(policy: DialPolicy): Databases {
  let cluster: Promise<SampleCluster> | null = null;

  async function toTransport({ host, port }: QueryServerAddress): Promise<TransportOptions> {
    if (!isSampleHost(host, policy)) return { openSocket: toDialer(policy), timeout: requestTimeout };
    const sample = await (cluster ??= startSampleCluster());
    return { ...sample, timeout: findSampleHost(host, port).waitTimeout };
  }

  return {
    async visit(address, use) {
      const client = await openQueryServer(address, await toTransport(address));
      try {
        return await use(client);
      } finally {
        await client.close();
      }
    },
    async close() {
      await (await cluster)?.close();
    },
  };
}

/** Where nothing may be dialled, the sample cluster stands in for every host. */
export function isSampleHost(host: string, { reach }: Pick<DialPolicy, 'reach'>): boolean {
  return reach === 'off' || isSampleName(host);
}

function toDialer(policy: DialPolicy) {
  return (host: string, port: number, signal: AbortSignal) => dial(host, port, { policy, signal });
}
