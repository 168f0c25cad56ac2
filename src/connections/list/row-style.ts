import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** A row of the table of connections. In narrow windows, its cells are below one another. */
export const rowStyle = style({
  display: { default: 'grid', isHead: { default: 'none', lg: 'grid' } },
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    lg: [
      'minmax(0, 5fr)',
      'minmax(0, 3fr)',
      'minmax(0, 5fr)',
      'minmax(0, 2fr)',
      'minmax(0, 3fr)',
      'minmax(0, 3fr)',
      'minmax(0, 3fr)',
    ],
  },
  columnGap: 16,
  rowGap: 4,
  font: { default: 'body-sm', isHead: 'ui' },
  fontWeight: { default: 'normal', isHead: 'bold' },
  paddingX: { default: 16, sm: 24 },
  paddingY: 12,
  borderWidth: 0,
  borderTopWidth: { default: 1, isHead: 0 },
  borderStyle: 'solid',
  borderColor: 'gray-200',
  cursor: { default: 'pointer', isHead: 'default' },
  backgroundColor: { default: 'transparent', ':hover': 'gray-75', isHead: 'transparent' },
});
