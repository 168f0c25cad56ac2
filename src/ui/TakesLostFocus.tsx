import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { takeLostFocus } from './take-focus.ts';

/** Stands where something made way for it, such as the button that was pressed, and takes the focus that goes with that. */
export function TakesLostFocus({ children }: { readonly children: ReactNode }) {
  return (
    <div ref={takeLostFocus} tabIndex={-1} className={style({ outlineStyle: 'none' })}>
      {children}
    </div>
  );
}
