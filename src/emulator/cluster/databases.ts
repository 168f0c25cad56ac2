import pLimit from 'p-limit';
import type { DialPolicy } from '../../query-server/dial/dial-policy.ts';
import { createDialer } from '../../query-server/dial/dial.ts';
import type { QueryServerAddress, TransportOptions } from '../../query-server/http-transport.ts';
import { QueryServerError } from '../../query-server/query-server-error.ts';
import { type QueryServerClient, openQueryServer } from '../../query-server/query-server-client.ts';
import { type SampleCluster, startSampleCluster } from './sample-cluster.ts';
import { findSampleHost, isSampleName } from './sample-databases.ts';

/** Opens the database of a connection. Sample names lead to the sample cluster, all other hosts are really opened. */
export interface Databases {
  /**
   * Opens a connection, passes it to `use`, and closes it.
   * @param caller Aborted when the caller no longer waits for the result.
   * @throws {QueryServerError}
   */
  visit<Result>(
    address: QueryServerAddress,
    use: (client: QueryServerClient) => Promise<Result>,
    caller?: AbortSignal,
  ): Promise<Result>;
  /** How the sample cluster is reached in place of this host; null for a host that is really opened. */
  findSample(host: string, port: number): Promise<SampleOptions> | null;
  /** Aborts all running visits. */
  close(): Promise<void>;
}

export interface SampleOptions extends TransportOptions {
  /** Whether the name has an address. */
  readonly isKnown: boolean;
}

/** Adobe's own limits are not documented. */
const usualLimits = {
  /**
   * How many databases may be open at the same time. Databases of the sample cluster do not count, because they load
   * no real server.
   */
  visits: 4,
  /** Milliseconds of a whole visit, not counting the time in the queue. */
  visitTimeout: 20_000,
  /**
   * Milliseconds to connect. It is shorter than a visit, so that a host that does not answer is distinguished from a
   * slow database.
   */
  connectTimeout: 10_000,
};

/** @param ownPorts Receives the port of the sample cluster, which must not be dialed as a database. */
export function createDatabases(
  policy: DialPolicy,
  ownPorts: number[] = [],
  limits = usualLimits,
): Databases {
  let cluster: Promise<SampleCluster> | null = null;
  const limit = pLimit(limits.visits);
  const closing = new AbortController();

  async function openSamples(host: string, port: number): Promise<SampleOptions> {
    const { port: ownPort, ...sample } = await (cluster ??= startSampleCluster());
    if (!ownPorts.includes(ownPort)) ownPorts.push(ownPort);
    const { waitTimeout: timeout, network } = findSampleHost(host, port);
    return { ...sample, timeout, isKnown: network !== 'unknown' };
  }

  const findSample = (host: string, port: number) =>
    isSampleHost(host, policy) ? openSamples(host, port) : null;

  return {
    findSample,
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
      const sample = findSample(address.host, address.port);
      if (sample !== null) return sample.then(visit);
      const { connectTimeout, visitTimeout: timeout } = limits;
      return limit(() => visit({ openSocket: createDialer(policy), connectTimeout, timeout }));
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
    // A failure to close does not change the result. The server drops an idle connection later.
    await client.close().catch(() => undefined);
  }
}

/** If dialing is not allowed, the sample cluster replaces every host. */
export function isSampleHost(host: string, { reach }: Pick<DialPolicy, 'reach'>): boolean {
  return reach === 'off' || isSampleName(host);
}
