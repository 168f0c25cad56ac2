import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { UserList } from './UserList.tsx';
import { type Users, describeUsers, noUsers } from './find-users.ts';
import type { UsageQuery } from './use-usage.ts';

interface UsedByProps {
  readonly usage: UsageQuery;
  readonly id: string;
}

const text = style({ font: 'body', margin: 0 });

/** The rows for which space is reserved. More appear on request, so that nothing below moves. */
const firstRows = 3;

/** The dataflows and source connections that use a connection. */
export function UsedBy({ usage: { data, isPending }, id }: UsedByProps) {
  const [isWhole, setIsWhole] = useState(false);
  const users = data?.usersOf(id) ?? noUsers;
  const count = users.flows.length + users.unusedSources.length;
  return (
    <Section
      heading="Used by"
      lead="Dataflows stop working when this connection is deleted or its credentials become invalid."
      action={null}
    >
      <div className={style({ minHeight: 128, display: 'flex', flexDirection: 'column', gap: 8 })}>
        {/* It is not announced, because the test result and the tables are announced at the same time. */}
        <p className={text}>
          {isPending
            ? 'Loading dataflows…'
            : data === undefined
              ? 'Dataflows could not be loaded.'
              : describeUsers(users, data.hasMore)}
        </p>
        {isPending && <Placeholder of="longLine" />}
        <UserList users={isWhole ? users : firstOf(users)} />
        {count > firstRows && !isWhole && (
          <div>
            <ActionButton onPress={() => setIsWhole(true)}>{`Show all ${count}`}</ActionButton>
          </div>
        )}
      </div>
    </Section>
  );
}

function firstOf({ flows, unusedSources }: Users): Users {
  const some = flows.slice(0, firstRows);
  return { flows: some, unusedSources: unusedSources.slice(0, firstRows - some.length) };
}
