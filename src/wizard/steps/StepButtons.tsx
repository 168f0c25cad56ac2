import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface StepButtonsProps {
  /** null on the first step. */
  readonly onBack: (() => void) | null;
  /** Hides Back but keeps its space, so that the pressed button next to it does not move. */
  readonly isBusy?: boolean;
  /** The button that leads to the next step. */
  readonly children: ReactNode;
}

const back = style({ visibility: { isBusy: 'hidden' } });

export function StepButtons({ onBack, isBusy = false, children }: StepButtonsProps) {
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
      {onBack && (
        <Button variant="secondary" size="L" onPress={onBack} styles={back({ isBusy })}>
          Back
        </Button>
      )}
      {children}
    </div>
  );
}
