import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface StepButtonsProps {
  /** null on the first step. */
  readonly onBack: (() => void) | null;
  /** The button that leads on. */
  readonly children: ReactNode;
}

export function StepButtons({ onBack, children }: StepButtonsProps) {
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 8 })}>
      {onBack && (
        <Button variant="secondary" size="L" onPress={onBack}>
          Back
        </Button>
      )}
      {children}
    </div>
  );
}
