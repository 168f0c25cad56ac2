import type { NavigationState } from '../navigation-state.ts';
import { Notice } from '../../ui/layout/Notice.tsx';

interface ConnectionNoticeProps {
  /** Whether the connection was just created or saved. */
  readonly done: Pick<NavigationState, 'isNew' | 'wasLost' | 'isSaved'>;
  readonly sandbox: string;
}

/** Reports the action that led to this connection page. */
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
