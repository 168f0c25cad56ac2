import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { takeLostFocus } from './take-focus.ts';

interface TakesLostFocusProps {
  /** Announced when the group receives the focus. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Replaces an element that was removed, such as the pressed button, and takes the focus that was lost with it. */
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
