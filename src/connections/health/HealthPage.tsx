import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { useAccess } from '../../session/access.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { ListedConnections } from '../ListedConnections.tsx';
import { HealthTests } from './HealthTests.tsx';

/** Tests all connections of the sandbox. */
export function HealthPage() {
  const access = useAccess();
  if (access === null) return <NeedsAccess heading={heading} />;
  return (
    <Page
      heading={heading}
      lead={`Test whether Adobe can connect to each database in sandbox ${access.sandbox}. Four tests run at a time. Leaving this page cancels them.`}
      hasErrors={false}
      isWide
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        <ListedConnections access={access}>
          {(all) => <HealthTests access={access} all={all} />}
        </ListedConnections>
      </div>
    </Page>
  );
}

const heading = 'Test all connections';
