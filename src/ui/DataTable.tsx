import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface DataTableProps {
  readonly label: string;
  readonly headings: readonly string[];
  /** One text for each heading. */
  readonly rows: readonly (readonly string[])[];
}

const cell = style({
  font: 'body-sm',
  textAlign: 'start',
  verticalAlign: 'top',
  paddingX: 12,
  paddingY: 8,
  maxWidth: 288,
  overflowWrap: 'break-word',
  whiteSpace: 'pre-wrap',
  borderWidth: 0,
  borderTopWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});

const head = style({
  font: 'ui',
  fontWeight: 'bold',
  textAlign: 'start',
  verticalAlign: 'bottom',
  paddingX: 12,
  paddingY: 8,
  maxWidth: 288,
  overflowWrap: 'break-word',
  whiteSpace: 'pre-wrap',
});

/** Texts in rows and columns; scrolls by pointer and keyboard where it is wider than the page. */
export function DataTable({ label, headings, rows }: DataTableProps) {
  return (
    <div
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
      className={style({
        overflowX: 'auto',
        width: 'full',
        backgroundColor: 'gray-75',
        borderRadius: 'lg',
        outlineStyle: { default: 'none', ':focus-visible': 'solid' },
        outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
        outlineWidth: 2,
        outlineOffset: 2,
      })}
    >
      <table aria-label={label} className={style({ borderCollapse: 'collapse', minWidth: 'full' })}>
        <thead>
          <tr>
            {withPlaces(headings).map(({ place, item }) => (
              <th key={place} scope="col" className={head}>
                <bdi>{item}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {withPlaces(rows).map(({ place, item: row }) => (
            <tr key={place}>
              {withPlaces(row).map(({ place: column, item }) => (
                <td key={column} className={cell}>
                  <bdi>{item}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows may be alike and columns share a name: what tells them apart is their place. */
function withPlaces<Item>(items: readonly Item[]) {
  return items.map((item, place) => ({ item, place }));
}
