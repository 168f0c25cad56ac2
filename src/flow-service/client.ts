import {
  type Connection,
  type ConnectionReceipt,
  connectionCount,
  connectionItem,
} from './schemas/connection.ts';
import { type ConnectionQuery, toQuery } from './connection-query.ts';
import type { ConnectionRequest, PatchOperation } from './connection-request.ts';
import type { ConnectionSpec } from './schemas/connection-spec.ts';
import {
  type ExploredObject,
  type ExploredTable,
  exploredTable,
  rootQuery,
  tableQuery,
} from './schemas/explore.ts';
import { type SandboxList, listSandboxes } from './list-sandboxes.ts';
import { type PageEnd, readPageEnd } from './pages.ts';
import type { ReadList } from './schemas/lenient.ts';
import { FlowServiceError } from './flow-service-error.ts';
import type { IdempotencyKey } from './idempotency-key.ts';
import { readAttempt, sendWrite } from './send-write.ts';
import { type Transport, send, sendFor } from './send.ts';

export interface ConnectionPage extends PageEnd {
  readonly connections: readonly Connection[];
  /** How many items could not be read. */
  readonly unreadable: number;
}

/**
 * Adobe's API as typed functions. Each sends one request unless its comment says otherwise. Every answer is parsed. A
 * write takes an idempotency key: this page's server carries it out once per key, and the client can ask for a lost
 * answer by the key. The key is null for a program that calls the service directly, or that sends each request only
 * once. All functions reject with {@link FlowServiceError}, or with the signal's reason when aborted.
 */
export function createFlowServiceClient(transport: Transport) {
  return {
    /** As {@link listSandboxes} does. */
    listSandboxes: (signal?: AbortSignal): Promise<SandboxList> => listSandboxes(transport, signal),

    /** All connection specs. They are the same for every organization, and no pages are documented (OAS-S). */
    async listConnectionSpecs(sandbox: string, signal?: AbortSignal): Promise<ReadList<ConnectionSpec>> {
      const { items } = await send(transport, { endpoint: 'listConnectionSpecs', sandbox, signal });
      return items;
    },

    /** null when the service does not know the spec and returns an empty list. */
    async getConnectionSpec(
      sandbox: string,
      id: string,
      signal?: AbortSignal,
    ): Promise<ConnectionSpec | null> {
      const { items } = await send(transport, { endpoint: 'getConnectionSpec', sandbox, id, signal });
      const [first] = items.items;
      const spec = items.items.find((item) => item.id === id) ?? first ?? null;
      // A spec that cannot be read still exists.
      return spec ?? (items.unreadable > 0 ? { id } : null);
    },

    /**
     * Creates a connection. Flow Service does not support idempotency keys, so sending the request twice without a
     * key creates two connections.
     */
    createConnection(
      sandbox: string,
      body: ConnectionRequest,
      key: IdempotencyKey | null,
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
      const call = { ...created(sandbox, signal), body };
      return sendWrite(transport, call, key);
    },

    /** The outcome of a create, requested from this page's server by the key. See {@link readAttempt}. */
    readCreateAttempt(
      sandbox: string,
      key: IdempotencyKey,
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
      return readAttempt(transport, created(sandbox, signal), key);
    },

    async listConnections(
      sandbox: string,
      query: ConnectionQuery,
      signal?: AbortSignal,
    ): Promise<ConnectionPage> {
      const { items, unreadable, next } = await send(transport, {
        endpoint: 'listConnections',
        sandbox,
        query: toQuery(query),
        signal,
      });
      return { connections: items, unreadable, ...readPageEnd(next, query.continuationToken) };
    },

    async countConnections(
      sandbox: string,
      filters: readonly string[],
      signal?: AbortSignal,
    ): Promise<number> {
      const { count } = await sendFor(connectionCount, transport, {
        endpoint: 'listConnections',
        sandbox,
        query: [...toQuery({ filters }), ['count', 'true']],
        signal,
      });
      return count;
    },

    getConnection(sandbox: string, id: string, signal?: AbortSignal): Promise<Connection> {
      return sendFor(connectionItem(id), transport, { endpoint: 'getConnection', sandbox, id, signal });
    },

    /** Whether Adobe can reach the database now. The test opens a live connection, so it may take a minute. */
    async testConnection(sandbox: string, id: string, signal?: AbortSignal): Promise<boolean> {
      const { result } = await send(transport, { endpoint: 'testConnection', sandbox, id, signal });
      return result;
    },

    exploreRoot(sandbox: string, id: string, signal?: AbortSignal): Promise<ReadList<ExploredObject>> {
      return send(transport, { endpoint: 'exploreConnection', sandbox, id, query: rootQuery, signal });
    },

    /** The columns of a table, with sample rows if the service returns them. */
    exploreTable(sandbox: string, id: string, object: string, signal?: AbortSignal): Promise<ExploredTable> {
      return sendFor(exploredTable, transport, {
        endpoint: 'exploreConnection',
        sandbox,
        id,
        query: tableQuery(object),
        signal,
      });
    },

    /**
     * `etag` is passed unchanged, including its quotes. FLOW-1404-412 when the connection has changed since it was
     * read. Without an etag nothing is sent, because the service would report a change that nobody made.
     */
    updateConnection(
      sandbox: string,
      id: string,
      etag: string,
      operations: readonly PatchOperation[],
      key: IdempotencyKey | null,
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
      if (etag === '') {
        const credentials = transport.credentials === null ? 'server' : 'page';
        const error = FlowServiceError.fromNoVersion('updateConnection').of({ sandbox, credentials });
        return Promise.reject(error);
      }
      const call = {
        endpoint: 'updateConnection',
        sandbox,
        id,
        headers: { 'If-Match': etag },
        body: operations,
        signal,
      } as const;
      return sendWrite(transport, call, key);
    },

    deleteConnection(
      sandbox: string,
      id: string,
      key: IdempotencyKey | null,
      signal?: AbortSignal,
    ): Promise<void> {
      const call = { endpoint: 'deleteConnection', sandbox, id, signal } as const;
      return sendWrite(transport, call, key);
    },
  };
}

function created(sandbox: string, signal: AbortSignal | undefined) {
  return { endpoint: 'createConnection', sandbox, signal } as const;
}
