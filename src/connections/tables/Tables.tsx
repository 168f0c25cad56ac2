import { Button } from '@react-spectrum/s2/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Access } from '../../session/access.tsx';
import { connectionTestQuery } from '../../api/connection-test.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { tablesQuery } from '../../api/explore-queries.ts';
import { LongList } from '../../ui/content/LongList.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import type { Source } from '../../sources/source.ts';
import { ReadProblem } from '../ReadProblem.tsx';
import { TablesSection } from './TablesSection.tsx';
import { searchTables } from './to-table-rows.ts';

interface TablesProps {
  readonly access: Access;
  readonly id: string;
  readonly source: Source | null;
  /** A note that applies to all tables of this connection. */
  readonly note: ReactNode;
  readonly onPick: (path: string) => void;
}

/** The tables of the database with a search. They are listed after the test ends. */
export function Tables({ access, id, source, note, onPick }: TablesProps) {
  const { data: test } = useQuery(connectionTestQuery(access, id));
  const [isWanted, setIsWanted] = useState(false);
  const [text, setText] = useState('');
  const isAsked = isWanted || (test !== undefined && test.outcome !== 'failed');
  const { data, error, isFetching, refetch } = useQuery({ ...tablesQuery(access, id), enabled: isAsked });
  const tables = data?.tables;
  const isAwaited = tables === undefined && (isAsked ? isFetching : test === undefined);
  const found = useMemo(
    () =>
      tables &&
      searchTables(tables, text).map(({ name, path }) => ({
        id: path,
        text: name.trim() === '' ? path : name,
      })),
    [tables, text],
  );
  return (
    <TablesSection note={note}>
      {isAwaited && <Placeholder of="field" />}
      {tables !== undefined && tables.length > 0 && (
        <SearchInput label="Search tables" help="Any part of the name." text={text} onText={setText} />
      )}
      <Status>
        {found === undefined || tables === undefined
          ? describeListing(isAsked, test === undefined, isFetching)
          : `${describeCount(found.length, tables.length)} ${describeUnread(data?.unreadable ?? 0, 'table', 'tables')}`.trim()}
      </Status>
      {!isAsked && test !== undefined && (
        <div>
          <Button variant="secondary" onPress={() => setIsWanted(true)}>
            List tables anyway
          </Button>
        </div>
      )}
      {isAwaited && <Placeholder of="list" />}
      <ReadProblem error={isFetching ? null : error} source={source} onRetry={() => void refetch()} />
      {found !== undefined && found.length > 0 && <LongList label="Tables" items={found} onPick={onPick} />}
    </TablesSection>
  );
}

function describeListing(isAsked: boolean, isTesting: boolean, isFetching: boolean): string {
  if (isAsked) return isFetching ? 'Loading tables…' : '';
  return isTesting
    ? 'Tables load when the test is complete.'
    : 'Tables are not listed because the test failed.';
}

function describeCount(found: number, all: number): string {
  if (all === 0) return 'The database has no tables.';
  const total = `${all.toLocaleString('en-US')} ${all === 1 ? 'table' : 'tables'}`;
  if (found === all) return `${total}.`;
  return found === 0 ? `No matches in ${total}.` : `${found.toLocaleString('en-US')} of ${total}.`;
}
