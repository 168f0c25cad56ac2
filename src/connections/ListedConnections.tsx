import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isComplete } from '../api/all-connections.ts';
import { type ReadableConnections, readableConnectionsQuery } from '../api/readable-connections.ts';
import type { Access } from '../session/access.tsx';
import { paths } from '../session/paths.ts';
import { EmptyState } from '../ui/layout/EmptyState.tsx';
import { Placeholder } from '../ui/layout/Placeholder.tsx';
import { Status } from '../ui/layout/Status.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { IncompleteList } from './list/IncompleteList.tsx';
import { ReadProblem } from './ReadProblem.tsx';

interface ListedConnectionsProps {
  readonly access: Access;
  /** Whether the page waits for something else, too. */
  readonly isWaiting?: boolean;
  /** What is shown once the connections are read, unless there are none. */
  readonly children: (all: ReadableConnections) => ReactNode;
}

/** Reads all connections of the sandbox for a page that is about all of them. */
export function ListedConnections({ access, isWaiting = false, children }: ListedConnectionsProps) {
  const { data: all, error, isPending, refetch } = useQuery(readableConnectionsQuery(access));
  const isLoading = isPending || isWaiting;
  const isEmpty = all?.connections.length === 0;
  return (
    <>
      <Status>
        {isLoading ? 'Loading connections…' : isEmpty && isComplete(all) ? 'No connections yet.' : ''}
      </Status>
      {isLoading && <Placeholder of="list" />}
      {all !== undefined && (
        <IncompleteList heading="Not all connections are listed" all={all} onRetry={() => void refetch()} />
      )}
      {isEmpty && isComplete(all) && (
        <EmptyState
          drawing="connections"
          action={<TextLink to={paths.platform}>Create a connection</TextLink>}
        />
      )}
      {all !== undefined && !isLoading && !isEmpty && children(all)}
      <ReadProblem source={null} error={error} onRetry={() => void refetch()} />
    </>
  );
}
