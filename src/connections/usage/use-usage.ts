import { useQuery } from '@tanstack/react-query';
import type { Usage } from '../../flow-service/list-usage.ts';
import { usageQuery } from '../../api/usage-query.ts';
import type { Access } from '../../session/access.tsx';
import { type Users, findUsers, noUsers } from './find-users.ts';

/** What uses the connections of the sandbox, once it is known. */
export interface KnownUsage {
  readonly usersOf: (connectionId: string) => Users;
  readonly hasMore: boolean;
}

/**
 * What uses the connections of the sandbox. Each call groups all dataflows, so a page calls it once for all its
 * connections.
 */
export function useUsage(access: Access) {
  return useQuery({ ...usageQuery(access), select: group });
}

export type UsageQuery = Pick<ReturnType<typeof useUsage>, 'data' | 'isPending'>;

function group(usage: Usage): KnownUsage {
  const users = findUsers(usage);
  return { usersOf: (id) => users.get(id.toLowerCase()) ?? noUsers, hasMore: usage.hasMore };
}
