import * as z from 'zod/mini';
import { specReference } from './connection.ts';
import type { Connection } from './connection.ts';
import { type Endpoint, flowServicePost } from '../endpoints.ts';
import { type ExploredTable, exploredColumn } from './explore.ts';

/**
 * `POST /sourceConnections`: the request of Adobe's next tutorial (T-COLL). The page shows it but never sends it, so
 * it is not in the endpoint table and the proxy does not forward it.
 */
export const sourceConnectionEndpoint: Endpoint = { ...flowServicePost, path: '/sourceConnections' };

/** The request body for a table. `data.format` is `tabular` for all table-based sources (T-COLL). */
export const sourceConnectionRequest = z.object({
  name: z.string().check(z.minLength(1)),
  baseConnectionId: z.string(),
  data: z.object({ format: z.literal('tabular') }),
  params: z.object({ tableName: z.string().check(z.minLength(1)), columns: z.array(exploredColumn) }),
  connectionSpec: specReference,
});
export type SourceConnectionRequest = z.infer<typeof sourceConnectionRequest>;

/** The request body for a source connection of one table: its path, and the columns as explore returned them. */
export function toSourceConnectionRequest(
  { id, name, connectionSpec }: Pick<Connection, 'id' | 'name' | 'connectionSpec'>,
  path: string,
  { schema }: ExploredTable,
): SourceConnectionRequest {
  return {
    name: `${name}: ${path}`,
    baseConnectionId: id,
    data: { format: 'tabular' },
    params: { tableName: path, columns: [...schema.columns] },
    connectionSpec,
  };
}

/**
 * The request body for a file or folder of a cloud storage. The path and the format are examples, because only the
 * person who runs the request knows them.
 */
export function toFileSourceConnectionRequest(
  connection: Pick<Connection, 'id' | 'name' | 'connectionSpec'>,
) {
  return {
    name: `${connection.name}: files`,
    baseConnectionId: connection.id,
    data: { format: 'delimited' },
    params: { path: '/folder/file.csv', type: 'file' },
    connectionSpec: connection.connectionSpec,
  };
}

/** The request body for a source that only its definition describes, with a placeholder for each of its `params`. */
export function toOtherSourceConnectionRequest(
  connection: Pick<Connection, 'id' | 'name' | 'connectionSpec'>,
  params: readonly string[],
) {
  return {
    name: `${connection.name}: data`,
    baseConnectionId: connection.id,
    data: { format: 'json' },
    params: Object.fromEntries(params.map((name) => [name, `{${name.toUpperCase()}}`])),
    connectionSpec: connection.connectionSpec,
  };
}
