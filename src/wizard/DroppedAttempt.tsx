import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Notice } from '../ui/Notice.tsx';
import type { Attempt } from './attempt.ts';
import { useWizard } from './wizard.tsx';

/** Warns before a connection is created whose earlier attempt was left at that. */
export function DroppedAttempt({ attempt }: { readonly attempt: Attempt }) {
  const { setAttempt } = useWizard();
  return (
    <Notice variant="notice" heading="An earlier one may still come">
      <p className={style({ margin: 0 })}>
        What became of the last request for “{attempt.name}” is not known. Creating it now could make a second
        one.
      </p>
      <div className={style({ marginTop: 12 })}>
        <Button variant="secondary" onPress={() => setAttempt(attempt, { ...attempt, fate: 'lost' })}>
          Look for it
        </Button>
      </div>
    </Notice>
  );
}
