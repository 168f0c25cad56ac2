import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { connectionSpecsQuery } from '../../api/queries.ts';
import { readableConnectionsQuery } from '../../api/readable-connections.ts';
import { toScope, toScopeKey } from '../../create/attempt.ts';
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { type Access, useAccess } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { ListedConnections } from '../ListedConnections.tsx';
import { CopyForm } from './CopyForm.tsx';

const route = getRouteApi(paths.copyConnections);

/** Creates connections of the sandbox again in other sandboxes. */
export function CopyPage() {
  const access = useAccess();
  if (access === null) return <NeedsAccess heading={heading} />;
  return (
    <Page
      heading={heading}
      lead={`Create connections of sandbox ${access.sandbox} again in other sandboxes, with the same values.`}
      hasErrors={false}
      isWide
    >
      <CopiedConnections key={toScopeKey(toScope(access))} access={access} />
    </Page>
  );
}

const heading = 'Copy connections';

function CopiedConnections({ access }: { readonly access: Access }) {
  const { id = null } = route.useSearch();
  // Adobe's definitions say which values are secrets. Without them, the documented definitions are used.
  const specs = useQuery(connectionSpecsQuery(access));
  const queryClient = useQueryClient();
  const [visit, setVisit] = useState(0);
  const startAgain = () => {
    // The form of the new copy waits for the current list.
    void queryClient.resetQueries({ queryKey: readableConnectionsQuery(access).queryKey });
    setVisit(visit + 1);
  };
  return (
    <ListedConnections access={access} isWaiting={specs.isPending}>
      {({ connections }) => (
        <CopyForm
          key={visit}
          access={access}
          connections={connections}
          specs={specs.data?.items ?? []}
          chosenId={id}
          onStartAgain={startAgain}
        />
      )}
    </ListedConnections>
  );
}
