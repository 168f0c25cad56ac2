import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/**
 * The style of an error group that takes the focus. Its heading states the error, so the meaning does not depend on
 * the colour of the edge.
 */
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
