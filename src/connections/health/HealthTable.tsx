import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import { paths } from '../../session/paths.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { GrowingTable, TableCell } from '../GrowingTable.tsx';
import { rowLook } from '../table-look.ts';
import { type HealthRow, healthWords } from './health-rows.ts';

/** The results of the tests. Each name leads to the page of its connection. */
export function HealthTable({ rows }: { readonly rows: readonly HealthRow[] }) {
  return (
    <GrowingTable
      label="Test results"
      headings={['Name', 'Source', 'Result', 'Since last time']}
      headLook={line({ isHead: true })}
      rows={rows}
      draw={drawRow}
    />
  );
}

function drawRow({ key, ...row }: HealthRow) {
  return <Row key={key} {...row} />;
}

/** During the tests, only the rows that change are drawn. */
const Row = memo(function Row({ id, name, source, outcome, reason, change }: Omit<HealthRow, 'key'>) {
  const { word, variant } = healthWords[outcome];
  return (
    <div role="row" className={line({ isHead: false })}>
      <TableCell>
        {id === null ? (
          name
        ) : (
          <TextLink to={paths.connection} params={{ id }}>
            {name}
          </TextLink>
        )}
      </TableCell>
      <TableCell>{source}</TableCell>
      <TableCell>
        <StatusLight variant={variant}>{word}</StatusLight>
        {reason}
      </TableCell>
      <TableCell>
        {/* The heading of the column says the same. */}
        <span aria-hidden="true" className={label}>
          Since last time
        </span>
        {change === '' ? none : change}
      </TableCell>
    </div>
  );
});

const none = '–';

/** Shown in narrow windows, where the column headings are hidden. */
const label = style({
  display: { default: 'inline', md: 'none' },
  color: 'neutral-subdued',
  marginEnd: 8,
});

const columns = style({
  display: { default: 'grid', isHead: { default: 'none', md: 'grid' } },
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    md: ['minmax(0, 4fr)', 'minmax(0, 3fr)', 'minmax(0, 5fr)', 'minmax(0, 2fr)'],
  },
  // Most rows keep their height when a result arrives.
  minHeight: { default: 0, md: { default: 40, isHead: 0 } },
});

/** In narrow windows, the cells of a row are below one another. */
function line(row: { readonly isHead: boolean }): string {
  return `${rowLook(row)} ${columns(row)}`;
}
