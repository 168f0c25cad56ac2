import { createFlowServiceClient } from '../flow-service/client.ts';
import type { ConnectionQuery } from '../flow-service/connection-query.ts';
import type { ConnectionRequest, PatchOperation } from '../flow-service/connection-request.ts';
import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import type { Access } from '../session/access.tsx';
import { createWriteKey } from './create-write-key.ts';
import { pageTransport } from './page-transport.ts';

export type Api = ReturnType<typeof api>;

/** The API in one sandbox, through this page's server. */
export function api({ credentials, sandbox }: Access) {
  const client = createFlowServiceClient(pageTransport(credentials));
  return {
    listConnectionSpecs: (signal?: AbortSignal) => client.listConnectionSpecs(sandbox, signal),
    getConnectionSpec: (id: string, signal?: AbortSignal) => client.getConnectionSpec(sandbox, id, signal),
    listConnections: (query: ConnectionQuery, signal?: AbortSignal) =>
      client.listConnections(sandbox, query, signal),
    getConnection: (id: string, signal?: AbortSignal) => client.getConnection(sandbox, id, signal),
    testConnection: (id: string, signal?: AbortSignal) => client.testConnection(sandbox, id, signal),
    exploreRoot: (id: string, signal?: AbortSignal) => client.exploreRoot(sandbox, id, signal),
    exploreTable: (id: string, path: string, signal?: AbortSignal) =>
      client.exploreTable(sandbox, id, path, signal),
    /** The caller supplies the key, because it may need the key to find the answer after a reload. */
    createConnection: (body: ConnectionRequest, key: IdempotencyKey) =>
      client.createConnection(sandbox, body, key),
    readCreateAttempt: (key: IdempotencyKey, signal?: AbortSignal) =>
      client.readCreateAttempt(sandbox, key, signal),
    updateConnection: async (id: string, etag: string, operations: readonly PatchOperation[]) =>
      client.updateConnection(sandbox, id, etag, operations, await createWriteKey('updateConnection')),
    deleteConnection: async (id: string) =>
      client.deleteConnection(sandbox, id, await createWriteKey('deleteConnection')),
  };
}
