import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { GrowingTable, TableCell } from '../GrowingTable.tsx';
import { rowLook } from '../table-look.ts';

interface CopyTableProps<Row> {
  readonly label: string;
  readonly headings: readonly [string, string, string];
  readonly rows: readonly Row[];
  /** Draws a {@link CopyLine}, with its key. Rows that are not shown yet are not drawn. */
  readonly renderRow: (row: Row) => ReactNode;
}

/** A table with one line for each copy. */
export function CopyTable<Row>({ renderRow, ...table }: CopyTableProps<Row>) {
  return <GrowingTable {...table} draw={renderRow} headLook={line({ isHead: true })} />;
}

interface CopyLineProps {
  readonly connection: ReactNode;
  readonly sandbox: string;
  readonly children: ReactNode;
}

export function CopyLine({ connection, sandbox, children }: CopyLineProps) {
  return (
    <div role="row" className={line({ isHead: false })}>
      <TableCell>{connection}</TableCell>
      <TableCell>{sandbox}</TableCell>
      <TableCell>{children}</TableCell>
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
