import { toQuery } from './connection-query.ts';
import { hasMorePages, readPageEnd, readPages } from './pages.ts';
import type { Flow, SourceConnection } from './schemas/usage.ts';
import { type Transport, send } from './send.ts';

/** How much of a list was read. */
export type Extent = 'all' | 'some' | 'none';

/** How much of what uses connections was read. */
export interface UsageExtent {
  readonly flows: Extent;
  readonly sourceConnections: Extent;
}

/** What uses the connections of a sandbox, as far as it could be read. */
export interface Usage {
  readonly flows: readonly Flow[];
  readonly sourceConnections: readonly SourceConnection[];
  readonly extent: UsageExtent;
  /** Whether something is only known from an earlier answer. */
  readonly hasEarlier?: boolean;
  /** Why a page could not be read; null when no read failed. */
  readonly failure: Error | null;
}

/** Repeats a read that may succeed later. */
export type RetryRead = <Answer>(read: () => Promise<Answer>) => Promise<Answer>;

/** The largest page that Flow Service returns, and the most pages to read. */
const pageSize = 100;
const mostPages = 50;

/**
 * All dataflows and source connections of a sandbox, page by page. Whether Flow Service can filter them by base
 * connection is not documented for dataflows, so all of them are read (docs/flow-service.md#usage-of-a-connection). The
 * pages before a failure are kept, because a user who deletes a connection needs everything that is known.
 * @throws As {@link send} does, if nothing at all could be read.
 */
export async function listUsage(
  transport: Transport,
  sandbox: string,
  retry: RetryRead,
  signal?: AbortSignal,
): Promise<Usage> {
  const [flows, sourceConnections] = await Promise.all([
    readAll((query) => retry(() => send(transport, { endpoint: 'listFlows', sandbox, query, signal }))),
    readAll((query) =>
      retry(() => send(transport, { endpoint: 'listSourceConnections', sandbox, query, signal })),
    ),
  ]);
  signal?.throwIfAborted();
  const failure = flows.failure ?? sourceConnections.failure;
  if (failure !== null && flows.extent === 'none' && sourceConnections.extent === 'none') throw failure;
  return {
    flows: flows.items,
    sourceConnections: sourceConnections.items,
    extent: { flows: flows.extent, sourceConnections: sourceConnections.extent },
    failure,
  };
}

/** An answer, with what only an earlier one has of a list that could not be read completely since. */
export function keepEarlier(earlier: Usage | undefined, now: Usage): Usage {
  if (earlier === undefined) return now;
  const { extent } = now;
  const flows = extent.flows === 'all' ? [] : findMissing(earlier.flows, now.flows);
  const sources =
    extent.sourceConnections === 'all' ? [] : findMissing(earlier.sourceConnections, now.sourceConnections);
  return {
    ...now,
    flows: [...now.flows, ...flows],
    sourceConnections: [...now.sourceConnections, ...sources],
    hasEarlier: flows.length + sources.length > 0,
  };
}

function findMissing<Item extends { readonly id: string }>(
  earlier: readonly Item[],
  now: readonly Item[],
): readonly Item[] {
  const known = new Set(now.map(({ id }) => id));
  return earlier.filter(({ id }) => !known.has(id));
}

interface AnsweredPage<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
  readonly next: string | null;
}

/** An item that changes between two requests may be on two pages. Its last version counts. */
async function readAll<Item extends { readonly id: string }>(
  read: (query: [string, string][]) => Promise<AnsweredPage<Item>>,
) {
  const pages: (AnsweredPage<Item> & ReturnType<typeof readPageEnd>)[] = [];
  let failure: Error | null = null;
  try {
    await readPages(async (next) => {
      const page = await read(toQuery({ limit: pageSize, ...next }));
      const known = { ...page, ...readPageEnd(page.next, next.continuationToken) };
      pages.push(known);
      return known;
    }, mostPages);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    failure = error;
  }
  const isWhole =
    failure === null && !hasMorePages(pages) && pages.every(({ unreadable }) => unreadable === 0);
  const extent: Extent = isWhole ? 'all' : pages.length === 0 ? 'none' : 'some';
  const all = pages.flatMap(({ items }) => items);
  return { items: [...new Map(all.map((item) => [item.id, item])).values()], extent, failure };
}
