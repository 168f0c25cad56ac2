import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import { NeedsAccess } from '../platform/NeedsAccess.tsx';
import { type Access, useAccess } from '../platform/access.tsx';
import { explainError } from '../platform/explain-error.ts';
import { connectionsQuery } from '../platform/queries.ts';
import type { Source } from '../sources/source.ts';
import { Card } from '../ui/Card.tsx';
import { Page } from '../ui/Page.tsx';
import { Status } from '../ui/Status.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { ConnectionList } from './ConnectionList.tsx';

interface ConnectionsPageProps {
  readonly source: Source;
}

/** The connections of the sandbox that were made from one source. */
export function ConnectionsPage({ source }: ConnectionsPageProps) {
  const access = useAccess();
  return access === null ? (
    <NeedsAccess heading="Connections" />
  ) : (
    <KnownConnections source={source} access={access} />
  );
}

interface KnownConnectionsProps extends ConnectionsPageProps {
  readonly access: Access;
}

function KnownConnections({ source, access }: KnownConnectionsProps) {
  const query = useInfiniteQuery(connectionsQuery(access, source.connectionSpec.id));
  const connections = query.data?.pages.flatMap((page) => page.connections) ?? null;
  return (
    <Page
      heading="Connections"
      lead={`The ${source.name} connections in the sandbox ${access.sandbox}, newest first.`}
      hasErrors={query.isError}
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24, alignItems: 'start' })}>
        {query.isError && (
          <ErrorPanel
            error={query.error}
            explanation={explainError(query.error, [])}
            onRetry={() => void query.refetch()}
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
        {query.hasNextPage && (
          <Button
            variant="secondary"
            isPending={query.isFetchingNextPage}
            onPress={() => void query.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </div>
    </Page>
  );
}
