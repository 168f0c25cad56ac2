import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import type { ExploredTable } from '../../flow-service/schemas/explore.ts';
import { DataTable } from '../../ui/content/DataTable.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { searchByWords } from '../../ui/search-by-words.ts';
import { ColumnIcon } from './ColumnIcon.tsx';
import { readColumnKind } from './column-kind.ts';
import { columnHeading, toColumnRows, toSampleRows } from './to-table-rows.ts';

/** The number of columns that are drawn at once. A browser takes seconds to lay out thousands of columns. */
const portion = 50;

/**
 * The columns of a table and its sample rows. If there are many columns, one page of them is shown, with a search.
 */
export function TableColumns({ table: { schema, data } }: { readonly table: ExploredTable }) {
  const { columns } = schema;
  const [text, setText] = useState('');
  const [first, setFirst] = useState(0);
  const found = useMemo(() => searchByWords(columns, text, ({ name }) => name), [columns, text]);
  const shown = found.slice(first, first + portion);
  const kinds = shown.map(readColumnKind);
  const rows = toSampleRows(shown, data);
  return (
    <>
      {columns.length > portion && (
        <SearchInput
          label="Search columns"
          help="Any part of the name."
          text={text}
          onText={(next) => {
            setText(next);
            setFirst(0);
          }}
        />
      )}
      <Status>{columns.length > portion ? describeShown(first, shown.length, found.length) : ''}</Status>
      {found.length > portion && (
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
          <Button variant="secondary" isDisabled={first === 0} onPress={() => setFirst(first - portion)}>
            Previous columns
          </Button>
          <Button
            variant="secondary"
            isDisabled={first + portion >= found.length}
            onPress={() => setFirst(first + portion)}
          >
            Next columns
          </Button>
        </div>
      )}
      {(shown.length > 0 || columns.length === 0) && (
        <DataTable
          label="Columns"
          headings={['Column', 'Type', 'XDM type']}
          rows={toColumnRows(shown)}
          renderIcon={(row) => <ColumnIcon kind={kinds[row] ?? 'other'} />}
        />
      )}
      {shown.length > 0 && rows !== null && rows.length > 0 && (
        <DataTable label="Sample rows" headings={shown.map(columnHeading)} rows={rows} kinds={kinds} />
      )}
    </>
  );
}

function describeShown(first: number, shown: number, found: number): string {
  if (found === 0) return 'No matches.';
  const [from, to, all] = [first + 1, first + shown, found].map((count) => count.toLocaleString('en-US'));
  return found <= portion ? `${all} columns shown.` : `Columns ${from} to ${to} of ${all}.`;
}
