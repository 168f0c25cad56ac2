import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { GrowingTable, TableCell } from '../GrowingTable.tsx';
import { rowLook } from '../table-look.ts';

interface CopyRow {
  readonly key: string;
  readonly cells: readonly [ReactNode, ReactNode, ReactNode];
}

interface CopyTableProps {
  readonly label: string;
  readonly headings: readonly [string, string, string];
  readonly rows: readonly CopyRow[];
}

/** A table with one line for each copy. */
export function CopyTable(props: CopyTableProps) {
  return <GrowingTable {...props} headLook={line({ isHead: true })} draw={drawRow} />;
}

function drawRow({ key, cells: [connection, sandbox, rest] }: CopyRow) {
  return (
    <div key={key} role="row" className={line({ isHead: false })}>
      <TableCell>{connection}</TableCell>
      <TableCell>{sandbox}</TableCell>
      <TableCell>{rest}</TableCell>
    </div>
  );
}

const columns = style({
  display: { default: 'grid', isHead: { default: 'none', md: 'grid' } },
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    md: ['minmax(0, 4fr)', 'minmax(0, 2fr)', 'minmax(0, 6fr)'],
  },
  alignItems: 'center',
  // Most rows keep their height when a result arrives.
  minHeight: { default: 0, md: { default: 32, isHead: 0 } },
});

/** In narrow windows, the cells of a row are below one another. */
function line(row: { readonly isHead: boolean }): string {
  return `${rowLook(row)} ${columns(row)}`;
}
