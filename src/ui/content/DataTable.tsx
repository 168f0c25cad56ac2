import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { ScrollRegion } from './ScrollRegion.tsx';

interface DataTableProps {
  readonly label: string;
  readonly headings: readonly string[];
  /** Each row has one text for each heading. */
  readonly rows: readonly (readonly string[])[];
  /** What the column holds: numbers are compared by their ends, and a time is read in one line. */
  readonly kinds?: readonly ('number' | 'time' | 'boolean' | 'text' | 'other')[];
  /** The icon in front of the first cell of a row. */
  readonly renderIcon?: (row: number) => ReactNode;
}

/** Cells inherit these styles. A browser needs more time for thousands of cells that each have all styles. */
const part = style({
  font: { default: 'body-sm', isHead: 'ui' },
  fontWeight: { default: 'normal', isHead: 'bold' },
  verticalAlign: { default: 'top', isHead: 'bottom' },
  overflowWrap: 'break-word',
  whiteSpace: 'pre-wrap',
});

const line = style({
  borderWidth: 0,
  borderTopWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});

const cell = style({
  textAlign: { default: 'start', isNumber: 'end' },
  paddingX: 12,
  paddingY: 8,
  maxWidth: { default: 288, isLine: 'none' },
  whiteSpace: { isLine: 'pre' },
});

const withIcon = style({ display: 'flex', columnGap: 8, alignItems: 'center' });

/** A table of texts. It is as wide as its content. */
export function DataTable({ label, headings, rows, kinds, renderIcon }: DataTableProps) {
  // A class is made once for each column, because thousands of cells share it.
  const classes = headings.map((_, column) => {
    const kind = kinds?.[column];
    return cell({ isNumber: kind === 'number', isLine: kind === 'number' || kind === 'time' });
  });
  return (
    <ScrollRegion label={label}>
      <table aria-label={label} className={style({ borderCollapse: 'collapse', minWidth: 'full' })}>
        <thead className={part({ isHead: true })}>
          <tr>
            {withPlaces(headings).map(({ place, item }) => (
              <th key={place} scope="col" className={classes[place]}>
                <bdi>{item}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={part({ isHead: false })}>
          {withPlaces(rows).map(({ place, item: row }) => (
            <tr key={place} className={line}>
              {withPlaces(row).map(({ place: column, item }) => (
                <td key={column} className={classes[column]}>
                  {column === 0 && renderIcon !== undefined ? (
                    <span className={withIcon}>
                      {renderIcon(place)}
                      <bdi>{item}</bdi>
                    </span>
                  ) : (
                    <bdi>{item}</bdi>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Adds positions to use as keys, because rows can be equal and columns can share a name. */
function withPlaces<Item>(items: readonly Item[]) {
  return items.map((item, place) => ({ item, place }));
}
