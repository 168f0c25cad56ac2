import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../ui/Status.tsx';
import { useMemory } from '../ui/memory.ts';
import { useWizard } from './wizard.tsx';

const words = {
  none: '',
  restored: 'What you typed before is back, except the secrets, which are never stored.',
  dropped: 'What you typed before could not be read any more, so the form begins anew.',
} as const;

/** Says what became of the draft of this tab. */
export function DraftNotice() {
  const state = useMemory(useWizard().draftState);
  return (
    <div className={style({ marginBottom: { default: 16, isEmpty: 0 } })({ isEmpty: state === 'none' })}>
      <Status>{words[state]}</Status>
    </div>
  );
}
