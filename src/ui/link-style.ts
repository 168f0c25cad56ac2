import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** A link in running text, for links that the router or a form handles. */
export const linkStyle = style({
  color: {
    default: 'accent-900',
    ':hover': 'accent-1000',
    forcedColors: 'LinkText',
  },
  textDecoration: 'underline',
  // Alone on its line it is a target of 24 pixels; in a text it moves nothing.
  paddingY: 4,
  borderRadius: 'sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: 2,
});
