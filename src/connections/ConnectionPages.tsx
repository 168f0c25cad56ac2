import { Button } from '@react-spectrum/s2/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Access } from '../platform/access.tsx';
import { connectionsQuery } from '../platform/queries.ts';
import { Status } from '../ui/Status.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { ReadProblem } from './ReadProblem.tsx';
import type { SortOrder } from './list-search.ts';

interface ConnectionPagesProps {
  readonly access: Access;
  readonly specId: string;
  readonly order: SortOrder;
}

/** All connections, one page of the service after the other as they are asked for. */
export function ConnectionPages({ access, specId, order }: ConnectionPagesProps) {
  const query = useInfiniteQuery(connectionsQuery(access, specId, order.orderBy));
  const connections = query.data?.pages.flatMap((page) => page.connections) ?? null;
  return (
    <>
      <ReadProblem
        error={query.error}
        onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
      />
      <Status>{describe(query.isPending, connections?.length ?? null, query.hasNextPage)}</Status>
      {connections !== null && connections.length === 0 && (
        <div>
          <TextLink to="/connect/platform">Create the first one</TextLink>
        </div>
      )}
      {connections !== null && connections.length > 0 && <ConnectionList connections={connections} />}
      {query.hasNextPage && !query.isError && (
        <div>
          <Button
            variant="secondary"
            isPending={query.isFetchingNextPage}
            onPress={() => void query.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function describe(isPending: boolean, count: number | null, hasMore: boolean): string {
  if (isPending) return 'Asking Flow Service for the connections…';
  if (count === null) return '';
  if (count === 0) return 'There is none yet.';
  if (hasMore) return `The first ${count} connections.`;
  return count === 1 ? '1 connection.' : `${count} connections.`;
}
