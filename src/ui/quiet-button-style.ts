import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** The style of a button in a field's label. Spectrum buttons cannot be used there because they expect a slot. */
export const quietButtonStyle = style({
  font: 'ui-sm',
  color: { default: 'accent-900', ':hover': 'accent-1000', forcedColors: 'ButtonText' },
  backgroundColor: { default: 'transparent', ':hover': 'gray-100' },
  '--iconPrimary': { type: 'fill', value: 'currentColor' },
  borderStyle: 'none',
  borderRadius: 'default',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  height: 24,
  minWidth: 24,
  paddingX: { default: 8, isIcon: 0 },
  cursor: 'pointer',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
});
