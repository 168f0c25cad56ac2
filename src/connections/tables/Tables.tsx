import { Button } from '@react-spectrum/s2/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import { connectionTestQuery } from '../../api/connection-test.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { knownColumns, tablesQuery } from '../../api/explore-queries.ts';
import { LongList } from '../../ui/content/LongList.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import type { Source } from '../../sources/source.ts';
import { ReadProblem } from '../ReadProblem.tsx';
import { SchemaFilter } from './SchemaFilter.tsx';
import { TablesSection } from './TablesSection.tsx';
import { listSchemas, readSchema } from './schemas.ts';
import { searchTables } from './to-table-rows.ts';

interface TablesProps {
  readonly access: Access;
  readonly connection: Connection;
  readonly source: Source | null;
  /** A note that applies to all tables of this connection. */
  readonly note: ReactNode;
  readonly onPick: (path: string) => void;
}

/** The tables of the database with a search. They are listed after the test ends. */
export function Tables({ access, connection, source, note, onPick }: TablesProps) {
  const { data: test } = useQuery(connectionTestQuery(access, connection));
  const [isWanted, setIsWanted] = useState(false);
  const [text, setText] = useState('');
  const [chosen, setSchema] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const isAsked = isWanted || (test !== undefined && test.outcome !== 'failed');
  const { data, error, isFetching, refetch } = useQuery({
    ...tablesQuery(access, connection),
    enabled: isAsked,
  });
  const tables = data?.tables;
  const isAwaited = tables === undefined && (isAsked ? isFetching : test === undefined);
  const schemas = useMemo(() => listSchemas(tables ?? []), [tables]);
  const schema = schemas.some(({ name }) => name === chosen) ? chosen : null;
  const found = useMemo(() => {
    if (tables === undefined) return undefined;
    const columns = knownColumns(queryClient, access, connection);
    const listed = schema === null ? tables : tables.filter((table) => readSchema(table) === schema);
    return searchTables(listed, text, (path) => columns.get(path) ?? []).map(({ name, path }) => ({
      id: path,
      text: name.trim() === '' ? path : name,
    }));
  }, [tables, text, schema, queryClient, access, connection]);
  return (
    <TablesSection note={note}>
      {isAwaited && <Placeholder of="field" />}
      {tables !== undefined && tables.length > 0 && (
        <SearchInput
          label="Search tables"
          help="Searches schemas, tables, and columns of tables you opened."
          text={text}
          onText={setText}
        />
      )}
      {schemas.length > 1 && <SchemaFilter schemas={schemas} chosen={schema} onChoose={setSchema} />}
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
      {found?.length === 0 && (
        <EmptyState drawing={tables?.length === 0 ? 'tables' : 'search'} action={null} />
      )}
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
