import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Status } from '../../ui/layout/Status.tsx';
import type { OfOtherSource } from './read-pasted.ts';

interface OtherSourceProps {
  readonly result: OfOtherSource;
  readonly onChange: () => void;
}

/** Says that a text belongs to another source, and offers to choose that one. */
export function OtherSource({ result: { name }, onChange }: OtherSourceProps) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16, alignItems: 'start' })}>
      <Status>{`This text is for ${name}. Your values for the current source are kept.`}</Status>
      <Button variant="primary" autoFocus onPress={onChange}>
        {`Change source to ${name}`}
      </Button>
    </div>
  );
}
