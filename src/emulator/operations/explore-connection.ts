import { readTableName, writeTableName } from '../../query-server/table-name.ts';
import { type Answer, jsonAnswer } from '../answer.ts';
import { readFlag } from '../check-query-keys.ts';
import { databaseOf } from '../cluster/database-of.ts';
import type { Databases } from '../cluster/databases.ts';
import { describeColumn, toPreviewRows } from '../cluster/explored-table.ts';
import { visitDatabase } from '../cluster/visit-database.ts';
import type { Operation } from '../operation.ts';
import { problem } from '../refusal.ts';
import { findConnection } from './find-connection.ts';

type Address = ReturnType<typeof databaseOf>;

/**
 * `GET /connections/{id}/explore` (T-TAB). Its error codes belong to the connector layer (ERR-S). Tutorials write
 * `root`, OAS-S `ROOT`.
 */
export const exploreConnection: Operation = (call) => {
  const address = databaseOf(findConnection(call), call.databaseHost);
  const { query } = call;
  const preview = readFlag(query, 'preview');
  const objectType = query.get('objectType') ?? '';
  switch (objectType.toLowerCase()) {
    case 'root':
      return { answer: (databases) => listObjects(databases, address) };
    case 'table': {
      // ERR-S; row filters are supported for other sources only (T-FILTER).
      if (query.has('filters')) throw problem('1353-400', 'Filters are not supported for this source.');
      const path = query.get('object') ?? '';
      if (path === '') throw problem('1337-400', 'The query parameter object is missing or empty.');
      return { answer: (databases) => describeTable(databases, address, path, preview) };
    }
    case 'file':
    case 'folder':
    case 'rest':
      throw problem('1336-400', `Exploring the objectType ${objectType} is not supported for this source.`);
    default:
      throw problem('1358-400', `The objectType ${objectType} is invalid.`);
  }
};

async function listObjects(databases: Databases, address: Address): Promise<Answer> {
  const tables = await visitDatabase(databases, address, (client) => client.listTables());
  const paths = tables.map(writeTableName);
  return jsonAnswer(
    200,
    paths.map((path) => ({ type: 'table', name: path, path, canPreview: true, canFetchSchema: true })),
  );
}

const previewRows = 10;

async function describeTable(
  databases: Databases,
  address: Address,
  path: string,
  preview: boolean,
): Promise<Answer> {
  const table = readTableName(path);
  if (table === null) throw noColumns(path);
  return visitDatabase(databases, address, async (client) => {
    const columns = await client.listColumns(table);
    if (columns.length === 0) throw noColumns(path);
    const sql = `SELECT * FROM ${writeTableName(table)} LIMIT ${previewRows}`;
    return jsonAnswer(200, {
      format: 'flat',
      schema: { columns: columns.map(describeColumn) },
      ...(preview && { data: await toPreviewRows(await client.query(sql)) }),
    });
  });
}

function noColumns(path: string) {
  return problem('1330-400', `The table ${path} has no columns.`);
}
