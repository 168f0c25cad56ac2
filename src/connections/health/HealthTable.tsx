import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, memo, useState } from 'react';
import { paths } from '../../session/paths.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { frameLook, rowLook } from '../table-look.ts';
import { type HealthRow, healthWords } from './health-rows.ts';

/** The number of rows that are drawn at first and added by each click. */
const portion = 50;

/** The results of the tests. Each name leads to the page of its connection. */
export function HealthTable({ rows }: { readonly rows: readonly HealthRow[] }) {
  const [count, setCount] = useState(portion);
  if (rows.length === 0) return <p className={style({ font: 'body', margin: 0 })}>No matches.</p>;
  return (
    <>
      <div role="table" aria-label="Test results" className={frameLook}>
        <div role="row" className={line({ isHead: true })}>
          {['Name', 'Source', 'Result', 'Since last time'].map((heading) => (
            <span key={heading} role="columnheader">
              {heading}
            </span>
          ))}
        </div>
        {rows.slice(0, count).map(({ key, ...row }) => (
          <Row key={key} {...row} />
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

/** During the tests, only the rows that change are drawn. */
const Row = memo(function Row({ id, name, source, outcome, reason, change }: Omit<HealthRow, 'key'>) {
  const { word, variant } = healthWords[outcome];
  return (
    <div role="row" className={line({ isHead: false })}>
      <Cell>
        {id === null ? (
          name
        ) : (
          <TextLink to={paths.connection} params={{ id }}>
            {name}
          </TextLink>
        )}
      </Cell>
      <Cell>{source}</Cell>
      <Cell>
        <StatusLight size="S" variant={variant}>
          {word}
        </StatusLight>
        {reason}
      </Cell>
      <Cell>
        {/* The heading of the column says the same. */}
        <span aria-hidden="true" className={label}>
          Since last time
        </span>
        {change === '' ? none : change}
      </Cell>
    </div>
  );
});

const none = '–';

function Cell({ children }: { readonly children: ReactNode }) {
  return (
    <div role="cell" className={style({ minWidth: 0, overflowWrap: 'anywhere' })}>
      {children}
    </div>
  );
}

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
