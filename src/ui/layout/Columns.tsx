import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface ColumnsProps {
  readonly main: ReactNode;
  /** At the right where there is room, and otherwise between the other two. */
  readonly side: ReactNode;
  /** Below `main`; null for nothing. */
  readonly end: ReactNode;
}

/**
 * A page in two columns, or in one where there is no room for two. The right column may grow at any time: what it
 * needs is taken from below `end`, so that nothing at the left moves.
 */
export function Columns({ main, side, end }: ColumnsProps) {
  return (
    <div
      className={style({
        display: 'grid',
        gridTemplateColumns: { default: ['minmax(0, 1fr)'], xl: ['minmax(0, 1fr)', 376] },
        gridTemplateRows: { xl: ['auto', '1fr'] },
        columnGap: 24,
        // Without a value for every width, a column would have no gaps.
        rowGap: { default: 16, sm: 24, xl: 16 },
      })}
    >
      {main}
      <div
        className={style({
          display: 'flex',
          flexDirection: 'column',
          gap: 16,
          minWidth: 0,
          gridColumnStart: { xl: 2 },
          gridRowStart: { xl: 1 },
          gridRowEnd: { xl: 'span 2' },
        })}
      >
        {side}
      </div>
      {end !== null && <div className={style({ minWidth: 0 })}>{end}</div>}
    </div>
  );
}
