import type { HistoryState } from '@tanstack/react-router';
import { Notice } from '../ui/Notice.tsx';

interface ConnectionNoticeProps {
  readonly state: Pick<HistoryState, 'isNew' | 'wasLost' | 'isSaved'>;
  readonly sandbox: string;
}

/** What was done to a connection a moment ago, on the way to its page. */
export function ConnectionNotice({ state, sandbox }: ConnectionNoticeProps) {
  if (state.isNew === true) {
    return (
      <Notice variant="positive" heading="Connection created">
        {state.wasLost === true &&
          'The answer was lost on its way, so the connection was looked for and found. '}
        Flow Service made it in the sandbox {sandbox}. By its ID you can explore its tables and build source
        connections on it.
      </Notice>
    );
  }
  if (state.isSaved === true) {
    return (
      <Notice variant="positive" heading="Changes saved">
        The connection kept its ID, and is tested again below.
      </Notice>
    );
  }
  return null;
}
