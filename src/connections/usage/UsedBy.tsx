import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { UserList } from './UserList.tsx';
import { type Users, describeEarlierUsers, describeUsers } from './find-users.ts';
import type { UsageQuery } from './use-usage.ts';

interface UsedByProps {
  readonly usage: UsageQuery;
  readonly id: string;
}

const text = style({ font: 'body', margin: 0 });

/** The rows for which space is reserved. More appear on request, so that nothing below moves. */
const firstRows = 2;

/** The dataflows and source connections that use a connection. */
export function UsedBy({ usage, id }: UsedByProps) {
  const { data, isPending } = usage;
  const [isWhole, setIsWhole] = useState(false);
  const users = data?.usersOf(id);
  const count = users === undefined ? 0 : users.flows.length + users.unusedSources.length;
  return (
    <Section
      heading="Used by"
      lead="Dataflows stop working when this connection is deleted or its credentials become invalid."
      action={null}
    >
      <div className={style({ minHeight: 148, display: 'flex', flexDirection: 'column', gap: 8 })}>
        {/* It is not announced, because the test result and the tables are announced at the same time. */}
        <p className={text}>{describe(usage, users)}</p>
        {isPending && <Placeholder of="longLine" />}
        {users !== undefined && <UserList users={isWhole ? users : firstOf(users)} />}
        {count > firstRows && !isWhole && (
          <div>
            <ActionButton onPress={() => setIsWhole(true)}>{`Show all ${count}`}</ActionButton>
          </div>
        )}
      </div>
    </Section>
  );
}

function describe({ isPending, error }: UsageQuery, users: Users | undefined): string {
  if (isPending) return 'Loading dataflows…';
  if (users === undefined) return 'Dataflows and source connections could not be loaded.';
  return error === null ? describeUsers(users) : describeEarlierUsers(users);
}

function firstOf(users: Users): Users {
  const flows = users.flows.slice(0, firstRows);
  return { ...users, flows, unusedSources: users.unusedSources.slice(0, firstRows - flows.length) };
}
