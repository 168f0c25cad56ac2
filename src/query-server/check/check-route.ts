import { type DialOptions, connectTo, resolveHost } from '../dial/dial.ts';
import type { TransportOptions } from '../http-transport.ts';
import { QueryServerError } from '../query-server-error.ts';

/** How a check reaches its host. */
export interface CheckRoute {
  /** The sample cluster replaces the host. */
  readonly isSample: boolean;
  /** Certificate authorities to trust instead of Node's. */
  readonly ca?: TransportOptions['ca'];
  /** The longest milliseconds of a stage, if less than usual. */
  readonly stageTimeout?: number;
  /**
   * Resolves the host once. All connections of the check use the result.
   * @throws {QueryServerError}
   */
  resolve(host: string, signal: AbortSignal): Promise<ResolvedHost>;
}

export interface ResolvedHost {
  /** null: the sample cluster, which has no name. */
  readonly addresses: readonly string[] | null;
  readonly openSocket: TransportOptions['openSocket'];
}

/** Resolves the host and dials its addresses, if the policy allows it. */
export function dialedRoute({ policy, lookup }: Pick<DialOptions, 'policy' | 'lookup'>): CheckRoute {
  return {
    isSample: false,
    async resolve(host, signal) {
      const resolved = await resolveHost(host, { policy, signal, ...(lookup !== undefined && { lookup }) });
      return {
        addresses: resolved.map(({ address }) => address),
        openSocket: (_host, port, stop) => connectTo(resolved, port, { policy, signal: stop }),
      };
    },
  };
}

/** Leads to the sample cluster. The name has no address there, but it can be unknown. */
export function sampleRoute({
  openSocket,
  ca,
  timeout,
  isKnown,
}: TransportOptions & { readonly isKnown: boolean }): CheckRoute {
  return {
    isSample: true,
    ca,
    stageTimeout: timeout,
    async resolve() {
      if (!isKnown) throw new QueryServerError('hostName', 'hostUnknown');
      return Promise.resolve({ addresses: null, openSocket });
    },
  };
}
