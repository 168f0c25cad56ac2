import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import type { Access } from '../platform/access.tsx';
import { explainError } from '../platform/explain-error.ts';
import { connectionsQuery } from '../platform/queries.ts';
import { Card } from '../ui/Card.tsx';
import { Status } from '../ui/Status.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { ConnectionList } from './ConnectionList.tsx';
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
      {query.isError && (
        <ErrorPanel
          error={query.error}
          explanation={explainError(query.error, [])}
          onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
        >
          {null}
        </ErrorPanel>
      )}
      <Status>{query.isPending ? 'Asking Flow Service for the connections…' : ''}</Status>
      {connections !== null && connections.length === 0 && (
        <Card>
          <p className={style({ font: 'body', margin: 0 })}>
            There is none yet. <TextLink to="/connect/platform">Create the first one</TextLink>.
          </p>
        </Card>
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
