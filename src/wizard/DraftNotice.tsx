import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../ui/layout/Status.tsx';
import { useStore } from '../ui/form/store.ts';
import type { Attempt } from '../create/attempt.ts';
import { unfinishedIn } from '../create/create-states.ts';
import type { Source } from '../sources/source.ts';
import { useWizard } from './wizard.tsx';

const words = {
  none: '',
  restored:
    'Your previous values are restored. Secrets and values that may contain secrets are never stored. Enter them again.',
  dropped: 'Your previous values could not be restored. Enter them again.',
} as const;

interface DraftNoticeProps {
  /** Whether the step itself checks and shows the outcome of an unfinished create. */
  readonly isSearching: boolean;
}

/** Reports the state of this tab's draft, and of a create that was running when the page was left. */
export function DraftNotice({ isSearching }: DraftNoticeProps) {
  const { source, draftState, wasCleared, creates } = useWizard();
  const state = useStore(draftState);
  // In this case another notice already says so.
  const isSaid = useStore(wasCleared) && state === 'restored';
  const unfinished = unfinishedIn(useStore(creates)).find(({ isDismissed }) => !isDismissed);
  const text = [
    isSaid ? '' : words[state],
    state === 'restored' && !isSearching && unfinished ? describe(unfinished.attempt, source) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className={style({ marginBottom: { default: 16, isEmpty: 0 } })({ isEmpty: text === '' })}>
      <Status>{text}</Status>
    </div>
  );
}

function describe({ name, sandbox }: Attempt, { shortName }: Source): string {
  return `We don’t know yet whether “${name}” was created in ${sandbox}. The ${shortName} step checks this.`;
}
