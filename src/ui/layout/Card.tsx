import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

/** A surface that groups related content. */
export function Card({ children }: { readonly children: ReactNode }) {
  return (
    <div
      className={style({
        backgroundColor: 'layer-2',
        borderRadius: 'xl',
        borderWidth: 1,
        borderStyle: 'solid',
        borderColor: 'gray-200',
        padding: { default: 16, sm: 20 },
        display: 'flex',
        flexDirection: 'column',
        gap: 16,
      })}
    >
      {children}
    </div>
  );
}
