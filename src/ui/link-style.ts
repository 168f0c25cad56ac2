import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** The style of a link in running text, for links that the router or a form handles. */
export const linkStyle = style({
  color: {
    default: 'accent-900',
    ':hover': 'accent-1000',
    // Blue has too little contrast on the colored background of a notice.
    isInNotice: 'neutral',
    forcedColors: 'LinkText',
  },
  textDecoration: 'underline',
  // Makes the link 24 px high without changing the line height.
  paddingY: 4,
  borderRadius: 'sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
  outlineOffset: 2,
});
