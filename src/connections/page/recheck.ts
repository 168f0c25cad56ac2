import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { connectionQuery } from '../../api/queries.ts';
import { retryRead, wait } from '../../api/retry-read.ts';
import { readUsage, usageQuery } from '../../api/usage-query.ts';
import { type Extent, type UsageExtent, keepEarlier } from '../../flow-service/list-usage.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { isNotFound } from '../is-not-found.ts';
import { type Users, findUsers } from '../usage/find-users.ts';
import type { KnownUsage } from '../usage/use-usage.ts';

/** What the question said when the user confirmed the deletion. */
export interface Told {
  /** The version that the question named. */
  readonly connection: Connection;
  /** Whether this version was read for the question. Otherwise, the question said that it may have changed. */
  readonly isCurrent: boolean;
  readonly users: Users;
}

/** What a last look found. */
export interface Found {
  /** null when it could not be read. */
  readonly connection: Connection | 'deleted' | null;
  /** null when nothing could be read. */
  readonly users: Users | null;
}

/** What the question did not say, so that the user has to decide again. */
export type News = 'newUsers' | 'unknownUsers' | 'lessKnownUsers' | 'changedConnection' | 'unknownConnection';

const unknownExtent = { flows: 'none', sourceConnections: 'none' } as const;

/** The last answer about what uses connections, and why a later one is missing. */
interface LastUsage {
  readonly data: KnownUsage | undefined;
  readonly error: Error | null;
}

/** What is named in the question. What was only read earlier is named, but does not say what uses the connection now. */
export function toldUsers({ data, error }: LastUsage, id: string): Users {
  const users = data?.usersOf(id) ?? { flows: [], unusedSources: [], extent: unknownExtent };
  return error === null ? users : { ...users, extent: unknownExtent };
}

/**
 * Reads once more what uses a connection, and the connection. What uses it is kept, so that the page and the question
 * show it. A changed connection is kept, too. A deleted one is not, because the deletion then succeeds.
 */
export async function lookAgain(
  access: Access,
  queryClient: QueryClient,
  id: string,
  signal: AbortSignal,
): Promise<Found> {
  // The usage is not read through the cache, which returns an earlier answer if the user leaves the page meanwhile.
  const [usage, connection] = await Promise.all([
    readUsage(access, signal).catch(() => null),
    retryRead(() => api(access).getConnection(id), wait, signal).catch((error: unknown) =>
      isNotFound(error) ? ('deleted' as const) : null,
    ),
  ]);
  if (connection !== null && connection !== 'deleted') {
    queryClient.setQueryData(connectionQuery(access, id).queryKey, connection);
  }
  if (usage !== null) {
    queryClient.setQueryData(usageQuery(access).queryKey, (before) => keepEarlier(before, usage));
  }
  return { connection, users: usage === null ? null : findUsers(usage)(id) };
}

/** What the question did not say. A user that no longer exists, such as a deleted dataflow, is no news. */
export function findNews(told: Told, found: Found): readonly News[] {
  const news: News[] = [];
  const named = new Set(listIds(told.users));
  const { users } = found;
  if (users !== null && listIds(users).some((id) => !named.has(id))) news.push('newUsers');
  if (knowsLess(users?.extent ?? unknownExtent, told.users.extent)) {
    news.push(users === null ? 'unknownUsers' : 'lessKnownUsers');
  }
  if (found.connection === null) {
    if (told.isCurrent) news.push('unknownConnection');
  } else if (found.connection !== 'deleted' && isOther(found.connection, told.connection)) {
    news.push('changedConnection');
  }
  return news;
}

function listIds({ flows, unusedSources }: Users): readonly string[] {
  return [...flows, ...flows.flatMap(({ sources }) => sources), ...unusedSources].map(({ id }) => id);
}

const rank: Readonly<Record<Extent, number>> = { none: 0, some: 1, all: 2 };

function knowsLess(now: UsageExtent, then: UsageExtent): boolean {
  return rank[now.flows] < rank[then.flows] || rank[now.sourceConnections] < rank[then.sourceConnections];
}

function isOther(now: Connection, then: Connection): boolean {
  return now.etag !== then.etag || now.name !== then.name;
}
