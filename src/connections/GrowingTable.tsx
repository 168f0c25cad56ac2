import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useState } from 'react';
import { frameLook } from './table-look.ts';

interface GrowingTableProps<Row> {
  readonly label: string;
  readonly headings: readonly string[];
  /** The class of the row of headings. */
  readonly headLook: string;
  readonly rows: readonly Row[];
  /** Draws a row, with its key. */
  readonly draw: (row: Row) => ReactNode;
}

/** The number of rows that are drawn at first. They fill a screen, and more would delay what the user waits for. */
const first = 20;

/** The number of rows that are added by each click. */
const portion = 50;

/** A table of connections, of which a part is drawn at first. */
export function GrowingTable<Row>({ label, headings, headLook, rows, draw }: GrowingTableProps<Row>) {
  const [count, setCount] = useState(first);
  if (rows.length === 0) return <p className={style({ font: 'body', margin: 0 })}>No matches.</p>;
  return (
    <>
      <div role="table" aria-label={label} className={frameLook}>
        <div role="row" className={headLook}>
          {headings.map((heading) => (
            <span key={heading} role="columnheader">
              {heading}
            </span>
          ))}
        </div>
        {rows.slice(0, count).map(draw)}
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

export function TableCell({ children }: { readonly children: ReactNode }) {
  return (
    <div role="cell" className={style({ minWidth: 0, overflowWrap: 'anywhere' })}>
      {children}
    </div>
  );
}
