import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { takeLostFocus } from './take-focus.ts';

interface TakesLostFocusProps {
  /** Read out as it takes the focus. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Stands where something made way for it, such as the button that was pressed, and takes the focus that goes with that. */
export function TakesLostFocus({ label, children }: TakesLostFocusProps) {
  return (
    <div
      role="group"
      aria-label={label}
      ref={takeLostFocus}
      tabIndex={-1}
      className={style({ outlineStyle: 'none' })}
    >
      {children}
    </div>
  );
}
