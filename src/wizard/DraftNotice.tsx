import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../ui/Status.tsx';
import { useMemory } from '../ui/memory.ts';
import { useWizard } from './wizard.tsx';

const words = {
  none: '',
  restored: 'What you typed before is back, except the secrets, which are never stored.',
  dropped: 'What you typed before could not be read any more, so the form begins anew.',
} as const;

/** Says what became of the draft of this tab, and lets one begin anew. */
export function DraftNotice() {
  const { draft, startAgain } = useWizard();
  const state = useMemory(draft);
  return (
    <div
      className={style({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 16,
        rowGap: 8,
        marginBottom: 16,
      })}
    >
      <Status>{words[state]}</Status>
      <Button
        variant="secondary"
        fillStyle="outline"
        size="S"
        onPress={startAgain}
        styles={style({ marginStart: 'auto' })}
      >
        Start again
      </Button>
    </div>
  );
}
