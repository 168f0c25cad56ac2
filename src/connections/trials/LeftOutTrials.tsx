import { Notice } from '../../ui/layout/Notice.tsx';
import { describeLeftOutTrials } from './trial-words.ts';

interface LeftOutTrialsProps {
  readonly trials: readonly { readonly name: string }[];
  /** What the page does with the other connections, such as `tested`. */
  readonly pageDoes: string;
}

/** Names the temporary connections that a page about all connections leaves out. */
export function LeftOutTrials({ trials, pageDoes }: LeftOutTrialsProps) {
  if (trials.length === 0) return null;
  return (
    <Notice
      variant="informative"
      heading={
        trials.length === 1 ? 'A temporary connection is left out' : 'Temporary connections are left out'
      }
    >
      {describeLeftOutTrials(trials, pageDoes)}
    </Notice>
  );
}
