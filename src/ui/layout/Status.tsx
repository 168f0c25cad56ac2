import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

/**
 * Announces a status when it changes. The element must exist while it is empty, or the first text is not announced.
 */
export function Status({ children }: { readonly children: ReactNode }) {
  return (
    <p
      role="status"
      className={style({ font: 'body', margin: 0, position: { default: 'static', ':empty': 'absolute' } })}
    >
      {children}
    </p>
  );
}
