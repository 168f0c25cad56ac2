import { queryOptions } from '@tanstack/react-query';
import { type ConnectionPage, createFlowServiceClient } from '../flow-service/client.ts';
import { hasMorePages, readPages } from '../flow-service/pages.ts';
import type { Access } from '../session/access.tsx';
import { type AllConnections, joinPages, mostPages, pageSize } from './all-connections.ts';
import { pageTransport } from './page-transport.ts';
import { scope } from './queries.ts';
import { retryRead, wait } from './retry-read.ts';

/** The connections of a sandbox, also when only the first pages could be read. */
export interface ReadableConnections extends AllConnections {
  /** Why a later page could not be read; null when every page was read. */
  readonly failure: Error | null;
  /** How many connections the sandbox has, if some were not read and the service says so. */
  readonly total: number | null;
}

export interface ReadDependencies {
  readonly readPage: (next: { readonly continuationToken?: string }) => Promise<ConnectionPage>;
  readonly count: () => Promise<number>;
  /** Resolves after this many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Reads the newest connections of a sandbox, up to a thousand. Unlike other reads, it keeps what it has when a later
 * page fails. It rejects when the first page fails, and when the signal is aborted.
 */
export async function readReadableConnections(
  { readPage, count, wait: waitFor }: ReadDependencies,
  signal: AbortSignal,
): Promise<ReadableConnections> {
  const pages: ConnectionPage[] = [];
  let failure: Error | null = null;
  const keepPage = async (next: { readonly continuationToken?: string }) => {
    // React Query retries the first page.
    const page =
      pages.length === 0 ? await readPage(next) : await retryRead(() => readPage(next), waitFor, signal);
    pages.push(page);
    return page;
  };
  try {
    await readPages(keepPage, mostPages);
  } catch (error) {
    if (pages.length === 0 || signal.aborted || !(error instanceof Error)) throw error;
    failure = error;
  }
  const hasMore = failure !== null || hasMorePages(pages);
  const total = hasMore ? await count().catch(() => null) : null;
  signal.throwIfAborted();
  return { ...joinPages(pages), hasMore, failure, total };
}

export function readableConnectionsQuery(access: Access) {
  const { credentials, sandbox } = access;
  const client = createFlowServiceClient(pageTransport(credentials));
  const query = { filters: [], orderBy: '-createdAt', limit: pageSize };
  return queryOptions({
    queryKey: [...scope(access), 'allConnections', 'readable'],
    queryFn: ({ signal }) =>
      readReadableConnections(
        {
          readPage: (next) => client.listConnections(sandbox, { ...query, ...next }, signal),
          count: () => client.countConnections(sandbox, [], signal),
          wait,
        },
        signal,
      ),
    structuralSharing: false,
  });
}
