import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import type { ExploredTable } from '../../flow-service/schemas/explore.ts';
import { describeUnread } from '../../ui/display-text.ts';
import { tableQuery } from '../../api/explore-queries.ts';
import { Clamped } from '../../ui/content/Clamped.tsx';
import { CopyButton } from '../../ui/content/CopyButton.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { takeFocus } from '../../ui/focus/take-focus.ts';
import type { Source } from '../../sources/source.ts';
import { ReadProblem } from '../ReadProblem.tsx';
import { TableColumns } from './TableColumns.tsx';
import { mostSampleRows } from './to-table-rows.ts';

interface TableDetailsProps {
  readonly access: Access;
  readonly connection: Connection;
  readonly source: Source | null;
  /** The value of the `object=` parameter of explore. */
  readonly path: string;
}

/** The columns and the first rows of one table. Selecting a table in the list moves the focus here. */
export function TableDetails({ access, connection, source, path }: TableDetailsProps) {
  const { data: table, error, isFetching, refetch } = useQuery(tableQuery(access, connection, path));
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}>
      <div>
        <Clamped text={path}>
          {(text) => (
            <h3
              ref={takeFocus}
              tabIndex={-1}
              className={style({
                font: 'title',
                margin: 0,
                overflowWrap: 'anywhere',
                whiteSpace: 'pre-wrap',
                outlineStyle: 'none',
              })}
            >
              <bdi>{text}</bdi>
            </h3>
          )}
        </Clamped>
      </div>
      <div>
        <CopyButton label="Copy object path" text={path} />
      </div>
      <Status>{describeTable(isFetching, table)}</Status>
      <ReadProblem error={isFetching ? null : error} source={source} onRetry={() => void refetch()} />
      {table !== undefined && <TableColumns table={table} />}
    </div>
  );
}

function describeTable(isFetching: boolean, table: ExploredTable | undefined): string {
  if (isFetching) return 'Loading columns…';
  if (table === undefined) return '';
  const { schema, data, unread } = table;
  return [
    describeCounts(schema.columns.length, data?.length, unread?.rows ?? 0),
    describeUnread(unread?.columns ?? 0, 'column', 'columns'),
    describeUnread(unread?.rows ?? 0, 'sample row', 'sample rows'),
  ]
    .join(' ')
    .trim();
}

function describeCounts(columns: number, rows: number | undefined, unreadRows: number): string {
  const columnWords = columns === 1 ? '1 column' : `${columns.toLocaleString('en-US')} columns`;
  if (rows === undefined) return `${columnWords}. Flow Service returned no sample rows for this table.`;
  if (rows === 0) return unreadRows > 0 ? `${columnWords}.` : `${columnWords}. The table is empty.`;
  if (rows > mostSampleRows) {
    return `${columnWords}, and the first ${mostSampleRows} of ${rows.toLocaleString('en-US')} sample rows.`;
  }
  return `${columnWords}, and ${rows === 1 ? '1 sample row' : `${rows} sample rows`}.`;
}
