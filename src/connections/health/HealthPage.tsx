import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { readableConnectionsQuery } from '../../api/readable-connections.ts';
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
import { HealthTests } from './HealthTests.tsx';

/** Tests all connections of the sandbox. */
export function HealthPage() {
  const access = useAccess();
  if (access === null) return <NeedsAccess heading={heading} />;
  return (
    <Page
      heading={heading}
      lead={`Adobe connects to each database in sandbox ${access.sandbox}, four at a time. Leaving this page cancels the tests.`}
      hasErrors={false}
      isWide
    >
      <ListedTests access={access} />
    </Page>
  );
}

const heading = 'Test all connections';

function ListedTests({ access }: { readonly access: Access }) {
  const { data: all, error, isPending, refetch } = useQuery(readableConnectionsQuery(access));
  const isEmpty = all?.connections.length === 0;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
      <Status>{isPending ? 'Loading connections…' : isEmpty ? 'No connections yet.' : ''}</Status>
      {isPending && <Placeholder of="list" />}
      {all !== undefined && (
        <IncompleteList heading="Not all connections are listed" all={all} onRetry={() => void refetch()} />
      )}
      {isEmpty && (
        <EmptyState
          drawing="connections"
          action={<TextLink to={paths.platform}>Create a connection</TextLink>}
        />
      )}
      {all !== undefined && !isEmpty && <HealthTests access={access} all={all} />}
      <ReadProblem source={null} error={error} onRetry={() => void refetch()} />
    </div>
  );
}
