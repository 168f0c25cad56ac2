import type { NavigationState } from '../navigation-state.ts';
import { Notice } from '../../ui/layout/Notice.tsx';

interface ConnectionNoticeProps {
  /** Either new or saved. */
  readonly done: Pick<NavigationState, 'isNew' | 'wasLost' | 'isSaved'>;
  readonly sandbox: string;
}

/** What was done to a connection a moment ago, on the way to its page. */
export function ConnectionNotice({ done, sandbox }: ConnectionNoticeProps) {
  if (done.isNew === true) {
    return (
      <Notice variant="positive" heading="Connection created">
        {done.wasLost === true && 'The response was lost, but the connection was found. '}
        Created in sandbox {sandbox}. Use the ID to explore its tables and create source connections.
      </Notice>
    );
  }
  return (
    <Notice variant="positive" heading="Changes saved">
      The connection keeps its ID. It is tested again below.
    </Notice>
  );
}
