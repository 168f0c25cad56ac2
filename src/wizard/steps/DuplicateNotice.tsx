import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import type { Access } from '../../session/access.tsx';
import { allConnectionsQuery, versionKey } from '../../api/all-connections.ts';
import { describeUnread, displayName } from '../../ui/display-text.ts';
import type { Source } from '../../sources/source.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { NoticeLink } from '../../ui/TextLink.tsx';
import { findDuplicates } from './find-duplicates.ts';
import { paths } from '../../session/paths.ts';

interface DuplicateNoticeProps {
  readonly access: Access;
  readonly source: Source;
  readonly request: ConnectionRequest;
}

/** The limit on listed connections. More would not help the user. */
const mostShown = 5;

/**
 * Warns that the sandbox has a similar connection. It blocks nothing, and shows nothing when the list is unavailable.
 */
export function DuplicateNotice({ access, source, request }: DuplicateNoticeProps) {
  const { data } = useQuery(allConnectionsQuery(access, source.connectionSpec.id));
  const duplicates = findDuplicates(source, request, data?.connections ?? []);
  const unread = describeUnread(data?.unreadable ?? 0, 'connection', 'connections');
  if (duplicates.length === 0) {
    return unread === '' ? null : (
      <Notice variant="informative" heading="Similar connections may exist">
        {unread}
      </Notice>
    );
  }
  return (
    <Notice variant="notice" heading="A similar connection exists">
      You can still create another.
      <ul className={style({ margin: 0, marginTop: 8, paddingStart: 20, overflowWrap: 'anywhere' })}>
        {duplicates.slice(0, mostShown).map(({ connection, shares }) => (
          <li key={versionKey(connection)}>
            <NoticeLink to={paths.connection} params={{ id: connection.id }}>
              {displayName(connection.name)}
            </NoticeLink>{' '}
            has the same {shares}.
          </li>
        ))}
      </ul>
      {duplicates.length > mostShown && `And ${duplicates.length - mostShown} more.`} {unread}
    </Notice>
  );
}
