import { useQuery } from '@tanstack/react-query';
import type { Usage } from '../../flow-service/list-usage.ts';
import { usageQuery } from '../../api/usage-query.ts';
import type { Access } from '../../session/access.tsx';
import { type FindUsers, findUsers } from './find-users.ts';

/** What uses the connections of the sandbox, once it is known. */
export interface KnownUsage {
  readonly usersOf: FindUsers;
  /** Why a part could not be read; null when no read failed. */
  readonly failure: Error | null;
}

/**
 * What uses the connections of the sandbox. Each call groups all dataflows, so a page calls it once for all its
 * connections.
 */
export function useUsage(access: Access) {
  return useQuery({ ...usageQuery(access), select: group });
}

export type UsageQuery = Pick<ReturnType<typeof useUsage>, 'data' | 'isPending' | 'error'>;

function group(usage: Usage): KnownUsage {
  return { usersOf: findUsers(usage), failure: usage.failure };
}
