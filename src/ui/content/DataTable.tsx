import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ScrollRegion } from './ScrollRegion.tsx';

interface DataTableProps {
  readonly label: string;
  readonly headings: readonly string[];
  /** Each row has one text for each heading. */
  readonly rows: readonly (readonly string[])[];
}

const cell = style({
  font: { default: 'body-sm', isHead: 'ui' },
  fontWeight: { default: 'normal', isHead: 'bold' },
  textAlign: 'start',
  verticalAlign: { default: 'top', isHead: 'bottom' },
  paddingX: 12,
  paddingY: 8,
  maxWidth: 288,
  overflowWrap: 'break-word',
  whiteSpace: 'pre-wrap',
  borderWidth: 0,
  borderTopWidth: { default: 1, isHead: 0 },
  borderStyle: 'solid',
  borderColor: 'gray-200',
});

/** A table of texts. It is as wide as its content. */
export function DataTable({ label, headings, rows }: DataTableProps) {
  return (
    <ScrollRegion label={label}>
      <table aria-label={label} className={style({ borderCollapse: 'collapse', minWidth: 'full' })}>
        <thead>
          <tr>
            {withPlaces(headings).map(({ place, item }) => (
              <th key={place} scope="col" className={cell({ isHead: true })}>
                <bdi>{item}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {withPlaces(rows).map(({ place, item: row }) => (
            <tr key={place}>
              {withPlaces(row).map(({ place: column, item }) => (
                <td key={column} className={cell({ isHead: false })}>
                  <bdi>{item}</bdi>
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
