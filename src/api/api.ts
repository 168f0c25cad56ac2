import { createFlowServiceClient } from '../flow-service/client.ts';
import type { ConnectionQuery } from '../flow-service/connection-query.ts';
import type { ConnectionRequest, PatchOperation } from '../flow-service/connection-request.ts';
import type { Credentials } from '../flow-service/credentials.ts';
import type { IdempotencyKey } from '../flow-service/idempotency-key.ts';
import type { Transport } from '../flow-service/send.ts';
import type { Access } from '../session/access.tsx';
import { createWriteKey } from './create-write-key.ts';

/**
 * Milliseconds to wait for an answer. It is longer than the 160 seconds that this page's server needs at most for a
 * create, so a create only times out here when the connection has gone silent.
 */
const longestWait = 180_000;

export type Api = ReturnType<typeof api>;

/** The API in one sandbox, through this page's server. */
export function api({ credentials, sandbox }: Access) {
  const client = createPageClient(credentials);
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

/** The sandboxes that the credentials can access. This request also serves as the live check of the credentials. */
export function listSandboxes(credentials: Credentials | null, signal?: AbortSignal) {
  return createPageClient(credentials).listSandboxes(signal);
}

function createPageClient(credentials: Credentials | null) {
  return createFlowServiceClient(pageTransport(credentials));
}

/** Requests through this page's server. */
export function pageTransport(credentials: Credentials | null): Transport {
  return {
    baseUrl: '/api',
    fetch: (url, init) => {
      const silence = AbortSignal.timeout(longestWait);
      return fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, silence]) : silence });
    },
    credentials,
  };
}
