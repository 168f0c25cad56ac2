import { jsonAnswer } from '../answer.ts';
import { readFlag } from '../check-query-keys.ts';
import type { Operation } from '../operation.ts';
import { problem } from '../refusal.ts';
import { type Table, toExploredTable } from '../tables/table.ts';
import { sampleTables } from '../tables/sample-tables.ts';
import { findConnection } from './find-connection.ts';

/** `GET /connections/{id}/explore` (T-TAB) over the sample tables. */
export const exploreConnection: Operation = (call) => exploreTables(call, sampleTables);

/** Explores any tables. Their codes are of the connector layer (ERR-S); tutorials write `root`, OAS-S `ROOT`. */
export function exploreTables(
  call: Parameters<Operation>[0],
  tables: readonly Table[],
): ReturnType<Operation> {
  findConnection(call);
  const { query } = call;
  const preview = readFlag(query, 'preview');
  const objectType = query.get('objectType') ?? '';
  switch (objectType.toLowerCase()) {
    case 'root':
      return {
        answer: jsonAnswer(
          200,
          tables.map(({ path }) => toExploredObject(path)),
        ),
      };
    case 'table': {
      // ERR-S; row filters are for other sources only (T-FILTER).
      if (query.has('filters')) throw problem('1353-400', 'Filters are not supported for this source.');
      const path = query.get('object') ?? '';
      if (path === '') throw problem('1337-400', 'The query parameter object is missing or empty.');
      const table = tables.find((candidate) => candidate.path === path);
      if (table === undefined) throw problem('1330-400', `The table ${path} has no columns.`);
      return { answer: jsonAnswer(200, toExploredTable(table, preview)) };
    }
    case 'file':
    case 'folder':
    case 'rest':
      throw problem('1336-400', `Exploring the objectType ${objectType} is not supported for this source.`);
    default:
      throw problem('1358-400', `The objectType ${objectType} is invalid.`);
  }
}

function toExploredObject(path: string) {
  return { type: 'table', name: path, path, canPreview: true, canFetchSchema: true };
}
