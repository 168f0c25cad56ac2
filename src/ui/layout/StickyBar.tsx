import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface StickyBarProps {
  /** Whether there are no buttons to show. The children stay mounted. */
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

const bar = style({
  // In a short window, such as one that is zoomed to 400%, the bar would cover most of the page.
  position: { default: 'relative', '@media (min-height: 480px)': 'sticky', isEmpty: 'relative' },
  bottom: 0,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 24,
  rowGap: 8,
  boxSizing: 'border-box',
  backgroundColor: { default: 'layer-2', isEmpty: 'transparent' },
  borderWidth: { default: 1, isEmpty: 0 },
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderRadius: 'xl',
  boxShadow: { default: 'elevated', isEmpty: 'none' },
  paddingX: { default: 16, sm: 32 },
  paddingY: { default: 12, isEmpty: 0 },
});

/**
 * A bar of buttons that stays at the bottom of the window while its page is longer than the window. `page.css` keeps
 * focused elements from scrolling behind it.
 */
export function StickyBar({ isEmpty, children }: StickyBarProps) {
  return (
    <div data-sticky-bar={!isEmpty} className={bar({ isEmpty })}>
      {children}
    </div>
  );
}
