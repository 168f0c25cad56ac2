import type { DialPolicy } from '../../query-server/dial/dial-policy.ts';
import { dial } from '../../query-server/dial/dial.ts';
import type { QueryServerAddress, TransportOptions } from '../../query-server/http-transport.ts';
import { QueryServerError } from '../../query-server/query-server-error.ts';
import { type QueryServerClient, openQueryServer } from '../../query-server/query-server-client.ts';
import { createLimiter } from './create-limiter.ts';
import { type SampleCluster, startSampleCluster } from './sample-cluster.ts';
import { findSampleHost, isSampleName } from './sample-databases.ts';

/** Opens the database of a connection: the sample cluster for sample names, really for every other host. */
export interface Databases {
  /**
   * Opens a connection, gives it to `use`, and closes it.
   * @param caller Aborted when nobody waits for the result any more.
   * @throws {QueryServerError}
   */
  visit<Result>(
    address: QueryServerAddress,
    use: (client: QueryServerClient) => Promise<Result>,
    caller?: AbortSignal,
  ): Promise<Result>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** Adobe's own limits are not known. */
const usualLimits = {
  /** Databases that are open at the same time. Those of the sample cluster cost nobody anything and do not count. */
  visits: 4,
  /** Milliseconds of a whole visit, without the wait for its turn. */
  visitTimeout: 20_000,
  /** Milliseconds of connecting, shorter so that a host that does not answer is told from a slow database. */
  connectTimeout: 10_000,
};

export function createDatabases(policy: DialPolicy, limits = usualLimits): Databases {
  let cluster: Promise<SampleCluster> | null = null;
  const limit = createLimiter(limits.visits);
  const closing = new AbortController();

  async function openSamples({ host, port }: QueryServerAddress): Promise<TransportOptions> {
    const sample = await (cluster ??= startSampleCluster());
    return { ...sample, timeout: findSampleHost(host, port).waitTimeout };
  }

  return {
    visit(address, use, caller) {
      const visit = async (options: TransportOptions) => {
        const late = AbortSignal.timeout(limits.visitTimeout);
        const signal = AbortSignal.any([late, closing.signal, ...(caller === undefined ? [] : [caller])]);
        try {
          return await useAndClose(await openQueryServer(address, { ...options, signal }), use);
        } catch (error) {
          if (!signal.aborted || error instanceof QueryServerError) throw error;
          throw new QueryServerError('queryServer', 'answerTimedOut');
        }
      };
      if (isSampleHost(address.host, policy)) return openSamples(address).then(visit);
      const { connectTimeout, visitTimeout: timeout } = limits;
      return limit(() => visit({ openSocket: toDialer(policy), connectTimeout, timeout }));
    },
    async close() {
      closing.abort();
      await (await cluster)?.close();
    },
  };
}

async function useAndClose<Result>(
  client: QueryServerClient,
  use: (client: QueryServerClient) => Promise<Result>,
): Promise<Result> {
  try {
    return await use(client);
  } finally {
    // What was read stays true; a server forgets a connection that nobody uses.
    await client.close().catch(() => undefined);
  }
}

/** Where nothing may be dialled, the sample cluster stands in for every host. */
export function isSampleHost(host: string, { reach }: Pick<DialPolicy, 'reach'>): boolean {
  return reach === 'off' || isSampleName(host);
}

function toDialer(policy: DialPolicy) {
  return (host: string, port: number, signal: AbortSignal) => dial(host, port, { policy, signal });
}
