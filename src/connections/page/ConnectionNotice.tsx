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
        {done.wasLost === true &&
          'The answer was lost on its way, so the connection was looked for and found. '}
        Flow Service made it in the sandbox {sandbox}. By its ID you can explore its tables and build source
        connections on it.
      </Notice>
    );
  }
  return (
    <Notice variant="positive" heading="Changes saved">
      The connection kept its ID, and is tested again below.
    </Notice>
  );
}
