import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useRef } from 'react';
import { useHasMoreAside } from './use-has-more-aside.ts';

interface ScrollRegionProps {
  /** The accessible name of the region. */
  readonly label: string;
  /** Whether it is limited in height, and scrolls up and down, too. */
  readonly isBounded?: boolean;
  /** Whether its limit also leaves room for what follows it in a dialog on a phone. */
  readonly isShort?: boolean;
  readonly children: ReactNode;
}

/**
 * A region for content that may be wider than the page. The region scrolls by pointer and keyboard, and the page does
 * not. While there is more at the right, its edge says so.
 */
export function ScrollRegion({ label, isBounded = false, isShort = false, children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  const hasMore = useHasMoreAside(region);
  return (
    <div className={style({ position: 'relative', width: 'full', minWidth: 0 })}>
      <div
        ref={region}
        role="region"
        aria-label={label}
        // A scrollable region must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        className={frame({ isBounded, isShort })}
      >
        {children}
      </div>
      {hasMore && (
        <div aria-hidden="true" className={edge}>
          <ChevronRight styles={iconStyle({ size: 'S' })} />
        </div>
      )}
    </div>
  );
}

const frame = style({
  overflowX: 'auto',
  overflowY: { isBounded: 'auto' },
  maxHeight: { isBounded: { default: '[min(20rem, 60vh)]', isShort: '[min(20rem, 35vh)]' } },
  width: 'full',
  backgroundColor: 'gray-75',
  borderRadius: 'lg',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: 2,
});

const edge = style({
  position: 'absolute',
  insetY: 0,
  insetEnd: 0,
  width: 20,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  pointerEvents: 'none',
  backgroundColor: 'gray-200',
  borderRadius: 'lg',
});
