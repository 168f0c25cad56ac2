import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** The frame around a table of connections. */
export const frameLook: string = style({
  borderRadius: 'xl',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  backgroundColor: 'layer-2',
  overflow: 'hidden',
});

/** A row of such a table, without its columns. */
export const rowLook = style({
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
});
