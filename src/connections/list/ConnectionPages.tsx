import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Access } from '../../session/access.tsx';
import { joinPages } from '../../api/all-connections.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { connectionsQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { countConnections } from '../count-connections.ts';
import type { SortOrder } from './list-search.ts';
import { paths } from '../../session/paths.ts';

interface ConnectionPagesProps {
  readonly access: Access;
  /** null for the connections of all sources. */
  readonly specId: string | null;
  readonly order: SortOrder;
}

/** All connections. Each page of the service is loaded on request. */
export function ConnectionPages({ access, specId, order }: ConnectionPagesProps) {
  const query = useInfiniteQuery(connectionsQuery(access, specId, order.orderBy));
  const pages = query.data?.pages;
  const { connections, unreadable } = useMemo(() => (pages ? joinPages(pages) : nothingYet), [pages]);
  const hasOddLink = pages?.at(-1)?.hasOddLink === true;
  const isWhole = unreadable === 0 && !hasOddLink;
  return (
    <>
      <Status>
        {[
          describe(query.isPending, connections?.length ?? null, query.hasNextPage, isWhole),
          describeUnread(unreadable, 'connection', 'connections'),
          hasOddLink ? 'More connections exist but could not be loaded.' : '',
        ]
          .filter((text) => text !== '')
          .join(' ')}
      </Status>
      {connections !== null && connections.length === 0 && isWhole && !query.hasNextPage && (
        <EmptyState
          drawing="connections"
          action={<TextLink to={paths.platform}>Create a connection</TextLink>}
        />
      )}
      {connections !== null && (connections.length > 0 || query.hasNextPage) && (
        <ConnectionList
          access={access}
          connections={connections}
          onMore={query.hasNextPage && !query.isError ? () => void query.fetchNextPage() : null}
          isPending={query.isFetchingNextPage}
        />
      )}
      {/* The error is below the list so that it does not move the list. */}
      <ReadProblem
        source={null}
        error={query.error}
        onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
      />
    </>
  );
}

const nothingYet = { connections: null, unreadable: 0 };

/** @param isWhole Whether everything could be read so far, so that an empty list has no connections. */
function describe(isPending: boolean, count: number | null, hasMore: boolean, isWhole: boolean): string {
  if (isPending) return 'Loading connections…';
  if (count === null) return '';
  if (count === 0 && !hasMore) return isWhole ? 'No connections yet.' : '';
  return hasMore ? `First ${countConnections(count)}.` : `${countConnections(count)}.`;
}
