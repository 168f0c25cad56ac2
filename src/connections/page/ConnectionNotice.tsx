import { useQuery } from '@tanstack/react-query';
import { connectionTestQuery } from '../../api/connection-test.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import type { NavigationState } from '../navigation-state.ts';
import { Notice } from '../../ui/layout/Notice.tsx';

interface ConnectionNoticeProps {
  /** Whether the connection was just created or saved. */
  readonly done: Pick<NavigationState, 'isNew' | 'wasLost' | 'isSaved'>;
  readonly access: Access;
  /** undefined while it is loading. */
  readonly connection: Connection | undefined;
}

/** Reports the action that led to this connection page. If the test of a created connection fails, it reports no success. */
export function ConnectionNotice({ done, access, connection }: ConnectionNoticeProps) {
  // The page below runs the test.
  const version = connection ?? { id: '', etag: '' };
  const { data: test } = useQuery({ ...connectionTestQuery(access, version), enabled: false });
  if (done.isNew === true) {
    const hasFailed = test?.outcome === 'failed';
    return (
      <Notice
        variant={hasFailed ? 'negative' : 'positive'}
        heading={hasFailed ? 'Created, but the test failed' : 'Connection created'}
      >
        {done.wasLost === true && 'The response was lost, but the connection was found. '}
        {/* Both texts take the same number of lines, so that nothing below them moves. */}
        Created in sandbox {access.sandbox}.{' '}
        {hasFailed
          ? 'Adobe could not use the database. See Test below for the cause.'
          : 'Use the ID to explore its tables and create source connections.'}
      </Notice>
    );
  }
  return (
    <Notice variant="positive" heading="Changes saved">
      The connection keeps its ID. It is tested again below.
    </Notice>
  );
}
