import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useState } from 'react';
import { frameLook, rowLook } from '../table-look.ts';

interface CopyTableProps {
  readonly label: string;
  readonly headings: readonly [string, string, string];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly [ReactNode, ReactNode, ReactNode];
  }[];
}

/** The number of rows that are drawn at first and added by each click. */
const portion = 50;

/** A table with one line for each copy. */
export function CopyTable({ label, headings, rows }: CopyTableProps) {
  const [count, setCount] = useState(portion);
  return (
    <>
      <div role="table" aria-label={label} className={frameLook}>
        <div role="row" className={line({ isHead: true })}>
          {headings.map((heading) => (
            <span key={heading} role="columnheader">
              {heading}
            </span>
          ))}
        </div>
        {rows.slice(0, count).map(({ key, cells: [connection, sandbox, rest] }) => (
          <div key={key} role="row" className={line({ isHead: false })}>
            <Cell>{connection}</Cell>
            <Cell>{sandbox}</Cell>
            <Cell>{rest}</Cell>
          </div>
        ))}
      </div>
      {count < rows.length && (
        <div>
          <Button variant="secondary" onPress={() => setCount(count + portion)}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function Cell({ children }: { readonly children: ReactNode }) {
  return (
    <div role="cell" className={style({ minWidth: 0, overflowWrap: 'anywhere' })}>
      {children}
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
