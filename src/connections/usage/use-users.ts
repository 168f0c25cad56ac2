import { useQuery } from '@tanstack/react-query';
import type { Usage } from '../../flow-service/list-usage.ts';
import { usageQuery } from '../../api/usage-query.ts';
import type { Access } from '../../session/access.tsx';
import { type Users, findUsers, noUsers } from './find-users.ts';

interface KnownUsers {
  /** By connection ID in lower case. */
  readonly all: ReadonlyMap<string, Users>;
  readonly hasMore: boolean;
}

/** What uses the connections of the sandbox. Answers are grouped once for all rows. */
export function useUsage(access: Access) {
  return useQuery({ ...usageQuery(access), select: group });
}

/** What uses one connection; undefined while it is not known. */
export function useUsers(access: Access, id: string): Users | undefined {
  const { data } = useUsage(access);
  return data && (data.all.get(id.toLowerCase()) ?? noUsers);
}

function group(usage: Usage): KnownUsers {
  return { all: findUsers(usage), hasMore: usage.hasMore };
}
