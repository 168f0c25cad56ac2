import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** A group that stands in the way and takes the focus. Its edge is not by colour alone: its heading says what it is. */
export const problemStyle = style({
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: { tone: { negative: 'negative-900', notice: 'notice-900' } },
  borderRadius: 'lg',
  padding: 16,
  backgroundColor: 'layer-2',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'start',
  gap: 12,
  font: 'body',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: 2,
});
