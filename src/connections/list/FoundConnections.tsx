import { useQuery } from '@tanstack/react-query';
import type { Access } from '../../session/access.tsx';
import { type AllConnections, allConnectionsQuery } from '../../api/all-connections.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { countConnections } from '../count-connections.ts';
import type { SortOrder } from './list-search.ts';
import { useSourceNames } from '../use-source-names.ts';
import { searchConnections } from './search-connections.ts';

interface FoundConnectionsProps {
  readonly access: Access;
  /** null for the connections of all sources. */
  readonly specId: string | null;
  readonly order: SortOrder;
  readonly text: string;
}

/** The connections that match a text. Flow Service can only match whole names, so the search runs in the browser. */
export function FoundConnections({ access, specId, order, text }: FoundConnectionsProps) {
  const { data: all, error, refetch } = useQuery(allConnectionsQuery(access, specId));
  const nameSource = useSourceNames(access);
  const found = all && searchConnections(all.connections, text, order.id, nameSource);
  return (
    <>
      <Status>{describe(all, found?.length, error !== null)}</Status>
      {found !== undefined && found.length > 0 && (
        <ConnectionList access={access} connections={found} onMore={null} isPending={false} />
      )}
      {found?.length === 0 && <EmptyState drawing="search" action={null} />}
      <ReadProblem error={error} source={null} onRetry={() => void refetch()} />
    </>
  );
}

function describe(all: AllConnections | undefined, found: number | undefined, hasFailed: boolean): string {
  if (all === undefined || found === undefined) return hasFailed ? '' : 'Loading all connections…';
  const { connections, unreadable, hasMore } = all;
  const count = countConnections(connections.length);
  const searched = hasMore ? `the newest ${count}` : count;
  const unread = describeUnread(unreadable, 'connection', 'connections');
  return `${found === 0 ? 'No matches in' : `${found.toLocaleString('en-US')} of`} ${searched}. ${unread}`.trim();
}
