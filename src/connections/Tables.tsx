import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ExploredObject } from '../flow-service/explore.ts';
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import type { Access } from '../platform/access.tsx';
import { connectionTestQuery } from '../platform/connection-test.ts';
import { explainError } from '../platform/explain-error.ts';
import { tablesQuery } from '../platform/explore-queries.ts';
import { LongList } from '../ui/LongList.tsx';
import { SearchInput } from '../ui/SearchInput.tsx';
import { Section } from '../ui/Section.tsx';
import { Status } from '../ui/Status.tsx';
import { searchTables } from './search-tables.ts';

interface TablesProps {
  readonly access: Access;
  readonly id: string;
  readonly onPick: (path: string) => void;
}

/** The tables of the database, listed once the test is over: to find one by its name. */
export function Tables({ access, id, onPick }: TablesProps) {
  const { data: test } = useQuery(connectionTestQuery(access, id));
  const [isWanted, setIsWanted] = useState(false);
  const isAsked = isWanted || (test !== undefined && test.outcome !== 'failed');
  const {
    data: tables,
    error,
    isFetching,
    refetch,
  } = useQuery({ ...tablesQuery(access, id), enabled: isAsked });
  return (
    <Section heading="Tables" lead="What the database has to offer. Choose a table to see its columns.">
      <Status>{describeListing(isAsked, test === undefined, isFetching)}</Status>
      {!isAsked && test !== undefined && (
        <div>
          <Button variant="secondary" onPress={() => setIsWanted(true)}>
            List the tables all the same
          </Button>
        </div>
      )}
      {error !== null && !isFetching && (
        <ErrorPanel error={error} explanation={explainError(error, [])} onRetry={() => void refetch()}>
          {null}
        </ErrorPanel>
      )}
      {tables !== undefined && <TableSearch tables={tables} onPick={onPick} />}
    </Section>
  );
}

function describeListing(isAsked: boolean, isTesting: boolean, isFetching: boolean): string {
  if (isAsked) return isFetching ? 'Asking for the tables…' : '';
  return isTesting ? 'The tables are listed when the test is over.' : 'Not listed, because the test failed.';
}

interface TableSearchProps {
  readonly tables: readonly ExploredObject[];
  readonly onPick: (path: string) => void;
}

function TableSearch({ tables, onPick }: TableSearchProps) {
  const [text, setText] = useState('');
  const found = useMemo(
    () => searchTables(tables, text).map(({ name, path }) => ({ id: path, text: name })),
    [tables, text],
  );
  if (tables.length === 0) {
    return <p className={style({ font: 'body', margin: 0 })}>The database has no tables.</p>;
  }
  return (
    <>
      <SearchInput
        label="Search tables"
        help={describeCount(found.length, tables.length)}
        text={text}
        onText={setText}
      />
      {found.length > 0 && <LongList label="Tables" items={found} onPick={onPick} />}
    </>
  );
}

function describeCount(found: number, all: number): string {
  const total = `${all.toLocaleString('en-US')} ${all === 1 ? 'table' : 'tables'}`;
  if (found === all) return `${total}.`;
  return found === 0 ? `None of the ${total}.` : `${found.toLocaleString('en-US')} of ${total}.`;
}
