import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface ScrollRegionProps {
  /** What is in it, for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What may be wider than the page: it scrolls by pointer and keyboard, and the page does not. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    <div
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      className={style({
        overflowX: 'auto',
        width: 'full',
        backgroundColor: 'gray-75',
        borderRadius: 'lg',
        outlineStyle: { default: 'none', ':focus-visible': 'solid' },
        outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
        outlineWidth: 2,
        outlineOffset: 2,
      })}
    >
      {children}
    </div>
  );
}
