import { isComplete } from '../../api/all-connections.ts';
import type { ReadableConnections } from '../../api/readable-connections.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { ReadProblem } from '../ReadProblem.tsx';

interface IncompleteListProps {
  readonly heading: string;
  readonly all: ReadableConnections;
  readonly onRetry: () => void;
}

/** Says how many connections of the sandbox could be read when they are not all. */
export function IncompleteList({ heading, all, onRetry }: IncompleteListProps) {
  const { hasMore, unreadable, failure } = all;
  if (isComplete(all)) return null;
  return (
    <>
      <Notice variant="notice" heading={heading}>
        {[hasMore ? describeRead(all) : '', describeUnread(unreadable, 'connection', 'connections')]
          .filter((text) => text !== '')
          .join(' ')}
      </Notice>
      <ReadProblem source={null} error={failure} onRetry={onRetry} />
    </>
  );
}

function describeRead({ connections, total }: ReadableConnections): string {
  const read = connections.length.toLocaleString('en-US');
  return total === null
    ? `Only the newest ${read} connections of this sandbox could be loaded.`
    : `Only the newest ${read} of ${total.toLocaleString('en-US')} connections could be loaded.`;
}
