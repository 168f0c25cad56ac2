import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { MoreBelow } from '../../ui/content/MoreBelow.tsx';
import { ScrollRegion } from '../../ui/content/ScrollRegion.tsx';
import { UserList } from './UserList.tsx';
import type { Users } from './find-users.ts';

/** All dataflows and source connections that use a connection, in a box of limited height. */
export function UserRegion({ users }: { readonly users: Users }) {
  if (users.flows.length + users.unusedSources.length === 0) return null;
  return (
    <ScrollRegion label="Dataflows and source connections" isBounded isShort>
      <div className={style({ paddingX: 16, paddingY: 8 })}>
        <UserList users={users} isNarrow />
      </div>
      <MoreBelow />
    </ScrollRegion>
  );
}
