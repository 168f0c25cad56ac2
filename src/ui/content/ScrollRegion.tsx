import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface ScrollRegionProps {
  /** The accessible name of the region. */
  readonly label: string;
  readonly children: ReactNode;
}

/**
 * A region for content that may be wider than the page. The region scrolls by pointer and keyboard, and the page does
 * not.
 */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    <div
      role="region"
      aria-label={label}
      // A scrollable region must be reachable by keyboard (WCAG 2.1.1).
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
