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
        padding: { default: 20, sm: 32 },
        display: 'flex',
        flexDirection: 'column',
        gap: 24,
      })}
    >
      {children}
    </div>
  );
}
