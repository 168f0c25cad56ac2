import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { Access } from '../platform/access.tsx';
import { tableQuery } from '../platform/explore-queries.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { Status } from '../ui/Status.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import { ReadProblem } from './ReadProblem.tsx';
import { toColumnRows, toSampleRows } from './to-table-rows.ts';

interface TableDetailsProps {
  readonly access: Access;
  readonly id: string;
  /** What `object=` of explore wants. */
  readonly path: string;
}

/** One table: its columns, and what stands in its first rows. A choice in the list leads here, focus and all. */
export function TableDetails({ access, id, path }: TableDetailsProps) {
  const { data: table, error, isFetching, refetch } = useQuery(tableQuery(access, id, path));
  const rows = table === undefined ? null : toSampleRows(table);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}>
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
        <bdi>{path}</bdi>
      </h3>
      <div>
        <CopyButton label="Copy object path" text={path} />
      </div>
      <Status>{describeTable(isFetching, table?.schema.columns.length, rows?.length)}</Status>
      <ReadProblem error={isFetching ? null : error} onRetry={() => void refetch()} />
      {table !== undefined && (
        <DataTable label="Columns" headings={['Column', 'Type', 'XDM type']} rows={toColumnRows(table)} />
      )}
      {table !== undefined && rows !== null && rows.length > 0 && (
        <DataTable label="Sample rows" headings={table.schema.columns.map(({ name }) => name)} rows={rows} />
      )}
    </div>
  );
}

function describeTable(isFetching: boolean, columns: number | undefined, rows: number | undefined): string {
  if (isFetching) return 'Asking for the columns…';
  if (columns === undefined) return '';
  const columnWords = columns === 1 ? '1 column' : `${columns} columns`;
  if (rows === undefined) return `${columnWords}. Flow Service gives no sample rows of this table.`;
  if (rows === 0) return `${columnWords}. The table is empty.`;
  return `${columnWords}, and ${rows === 1 ? 'a sample row' : `${rows} sample rows`}.`;
}
