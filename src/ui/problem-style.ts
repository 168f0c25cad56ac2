import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** A group headed `There is a problem`; it takes the focus, and its edge is not by colour alone. */
export const problemStyle = style({
  borderWidth: 2,
  borderStyle: 'solid',
  borderColor: 'negative-900',
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
