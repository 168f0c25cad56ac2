import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { rowLook } from '../table-look.ts';

const columns = style({
  display: { default: 'grid', isHead: { default: 'none', lg: 'grid' } },
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    lg: [
      'minmax(0, 10fr)',
      // Most names of sources take one line.
      'minmax(0, 7fr)',
      'minmax(0, 10fr)',
      'minmax(0, 4fr)',
      'minmax(0, 6fr)',
      'minmax(0, 6fr)',
      'minmax(0, 6fr)',
    ],
  },
  cursor: { default: 'pointer', isHead: 'default' },
  backgroundColor: { default: 'transparent', ':hover': 'gray-50', isHead: 'transparent' },
});

/** A row of the table of connections. In narrow windows, its cells are below one another. */
export function rowStyle(row: { readonly isHead: boolean }): string {
  return `${rowLook(row)} ${columns(row)}`;
}
