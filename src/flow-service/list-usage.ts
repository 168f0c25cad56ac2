import { toQuery } from './connection-query.ts';
import { hasMorePages, readPageEnd, readPages } from './pages.ts';
import type { Flow, SourceConnection } from './schemas/usage.ts';
import { type Transport, send } from './send.ts';

/** What uses the connections of a sandbox. */
export interface Usage {
  readonly flows: readonly Flow[];
  readonly sourceConnections: readonly SourceConnection[];
  /** Whether there is more, which was not or could not be read. */
  readonly hasMore: boolean;
}

/** The largest page that Flow Service returns, and the most pages to read. */
const pageSize = 100;
const mostPages = 50;

/**
 * All dataflows and source connections of a sandbox, page by page. Whether Flow Service can filter them by base
 * connection is not documented for dataflows, so all of them are read (docs/flow-service.md#usage-of-a-connection).
 * @throws As {@link send} does.
 */
export async function listUsage(transport: Transport, sandbox: string, signal?: AbortSignal): Promise<Usage> {
  const [flows, sourceConnections] = await Promise.all([
    readAll((query) => send(transport, { endpoint: 'listFlows', sandbox, query, signal })),
    readAll((query) => send(transport, { endpoint: 'listSourceConnections', sandbox, query, signal })),
  ]);
  return {
    flows: flows.items,
    sourceConnections: sourceConnections.items,
    hasMore: flows.hasMore || sourceConnections.hasMore,
  };
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
  const pages = await readPages(async (next) => {
    const page = await read(toQuery({ limit: pageSize, ...next }));
    return { ...page, ...readPageEnd(page.next, next.continuationToken) };
  }, mostPages);
  const all = pages.flatMap(({ items }) => items);
  return {
    items: [...new Map(all.map((item) => [item.id, item])).values()],
    hasMore: hasMorePages(pages) || pages.some(({ unreadable }) => unreadable > 0),
  };
}
