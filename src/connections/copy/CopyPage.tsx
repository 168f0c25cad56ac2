import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { connectionSpecsQuery } from '../../api/queries.ts';
import { readableConnectionsQuery } from '../../api/readable-connections.ts';
import { toScope, toScopeKey } from '../../create/attempt.ts';
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { type Access, useAccess } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { IncompleteList } from '../list/IncompleteList.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { CopyForm } from './CopyForm.tsx';

const route = getRouteApi(paths.copyConnections);

/** Creates connections of the sandbox again in other sandboxes. */
export function CopyPage() {
  const access = useAccess();
  if (access === null) return <NeedsAccess heading={heading} />;
  return (
    <Page
      heading={heading}
      lead={`Creates connections of sandbox ${access.sandbox} again in other sandboxes, with the same values.`}
      hasErrors={false}
      isWide
    >
      <ListedConnections key={toScopeKey(toScope(access))} access={access} />
    </Page>
  );
}

const heading = 'Copy connections';

function ListedConnections({ access }: { readonly access: Access }) {
  const { id = null } = route.useSearch();
  const { data: all, error, isPending, refetch } = useQuery(readableConnectionsQuery(access));
  // Adobe's definitions tell which values are secrets. Without them, the documented ones do.
  const specs = useQuery(connectionSpecsQuery(access));
  const isLoading = isPending || specs.isPending;
  const isEmpty = all?.connections.length === 0;
  return (
    <>
      <Status>{isLoading ? 'Loading connections…' : isEmpty ? 'No connections yet.' : ''}</Status>
      {isLoading && <Placeholder of="list" />}
      {all !== undefined && (
        <IncompleteList heading="Not all connections are listed" all={all} onRetry={() => void refetch()} />
      )}
      {isEmpty && (
        <EmptyState
          drawing="connections"
          action={<TextLink to={paths.platform}>Create a connection</TextLink>}
        />
      )}
      {all !== undefined && !isLoading && !isEmpty && (
        <CopyForm
          access={access}
          connections={all.connections}
          specs={specs.data?.items ?? []}
          chosenId={id}
        />
      )}
      <ReadProblem source={null} error={error} onRetry={() => void refetch()} />
    </>
  );
}
