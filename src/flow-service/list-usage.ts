import { readContinuationToken, toQuery } from './connection-query.ts';
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
    readPages((query) => send(transport, { endpoint: 'listFlows', sandbox, query, signal })),
    readPages((query) => send(transport, { endpoint: 'listSourceConnections', sandbox, query, signal })),
  ]);
  return {
    flows: flows.items,
    sourceConnections: sourceConnections.items,
    hasMore: flows.hasMore || sourceConnections.hasMore,
  };
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
  readonly next: string | null;
}

async function readPages<Item extends { readonly id: string }>(
  read: (query: [string, string][]) => Promise<Page<Item>>,
) {
  const all = new Map<string, Item>();
  let unreadable = 0;
  let continuationToken: string | null = null;
  for (let count = 0; count < mostPages; count += 1) {
    const page: Page<Item> = await read(
      toQuery({ limit: pageSize, ...(continuationToken !== null && { continuationToken }) }),
    );
    for (const item of page.items) all.set(item.id, item);
    unreadable += page.unreadable;
    if (page.next === null) return { items: [...all.values()], hasMore: unreadable > 0 };
    const next = readContinuationToken(page.next);
    // A page that names itself as the next one would be read forever.
    if (next === null || next === continuationToken) break;
    continuationToken = next;
  }
  return { items: [...all.values()], hasMore: true };
}
