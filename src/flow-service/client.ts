import {
  type Connection,
  type ConnectionReceipt,
  connectionCount,
  connectionItem,
} from './schemas/connection.ts';
import { type ConnectionQuery, readContinuationToken, toQuery } from './connection-query.ts';
import type { ConnectionRequest, PatchOperation } from './connection-request.ts';
import type { ConnectionSpec } from './schemas/connection-spec.ts';
import {
  type ExploredObject,
  type ExploredTable,
  exploredTable,
  rootQuery,
  tableQuery,
} from './schemas/explore.ts';
import type { ReadList } from './schemas/lenient.ts';
import type { Sandbox } from './schemas/sandbox.ts';
import type { IdempotencyKey } from './idempotency-key.ts';
import { readAttempt, sendWrite } from './send-write.ts';
import { type Transport, send, sendFor } from './send.ts';

export interface ConnectionPage {
  readonly connections: readonly Connection[];
  /** How many more there were that could not be read. */
  readonly unreadable: number;
  /** For the next page; null on the last one. */
  readonly continuationToken: string | null;
  /** Whether a page follows that cannot be asked for, because the link to it cannot be read. */
  readonly hasOddLink: boolean;
}

/** The default page size of the sandbox service, and the most it is asked for at once. */
const sandboxPageSize = 50;
const mostSandboxPages = 40;

/**
 * Adobe's API as typed functions, one request each unless it says otherwise. Every answer is parsed.
 * A write takes the key under which this page's server carries it out once, and finds its answer when that was lost
 * on the way; null for a program that talks to the service itself, or that sends a request only once anyway.
 * All reject with {@link FlowServiceError}, or with the signal's reason when aborted.
 */
export function createFlowServiceClient(transport: Transport) {
  return {
    /** Every sandbox the caller may see, page after page, each name once; at most 2,000. */
    async listSandboxes(signal?: AbortSignal): Promise<ReadList<Sandbox>> {
      const all = new Map<string, Sandbox>();
      let unreadable = 0;
      let offset = 0;
      for (let page = 0; page < mostSandboxPages; page += 1) {
        const { sandboxes, _links } = await send(transport, {
          endpoint: 'listSandboxes',
          sandbox: null,
          // The service takes both or neither.
          query: [
            ['limit', String(sandboxPageSize)],
            ['offset', String(offset)],
          ],
          signal,
        });
        const known = all.size;
        for (const sandbox of sandboxes.items) if (!all.has(sandbox.name)) all.set(sandbox.name, sandbox);
        unreadable += sandboxes.unreadable;
        offset += sandboxes.items.length + sandboxes.unreadable;
        // A service that ignores the offset gives the same page for ever.
        if (!_links?.next || (all.size === known && sandboxes.unreadable === 0)) break;
      }
      return { items: [...all.values()], unreadable };
    },

    /** null when the service knows no spec of that ID and says so with an empty list. */
    async getConnectionSpec(
      sandbox: string,
      id: string,
      signal?: AbortSignal,
    ): Promise<ConnectionSpec | null> {
      const { items } = await send(transport, { endpoint: 'getConnectionSpec', sandbox, id, signal });
      const [first] = items.items;
      const spec = items.items.find((item) => item.id === id) ?? first ?? null;
      // An unreadable spec is not an absent one.
      return spec ?? (items.unreadable > 0 ? { id } : null);
    },

    /** Creates a connection. Flow Service itself knows no idempotency key: without one, sending it twice makes two. */
    createConnection(
      sandbox: string,
      body: ConnectionRequest,
      key: IdempotencyKey | null,
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
      const call = { ...created(sandbox, signal), body };
      return sendWrite(transport, call, key);
    },

    /** What became of a create: the same outcome, asked of this page's server by its key. See {@link readAttempt}. */
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
      const token = readContinuationToken(next);
      // A page that names itself as the next one is the last that can be had.
      const continuationToken = token === query.continuationToken ? null : token;
      return {
        connections: items,
        unreadable,
        continuationToken,
        hasOddLink: next !== null && continuationToken === null,
      };
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

    /** Whether Adobe can reach the database now. It opens a live connection, so it may take a minute. */
    async testConnection(sandbox: string, id: string, signal?: AbortSignal): Promise<boolean> {
      const { result } = await send(transport, { endpoint: 'testConnection', sandbox, id, signal });
      return result;
    },

    exploreRoot(sandbox: string, id: string, signal?: AbortSignal): Promise<ReadList<ExploredObject>> {
      return send(transport, { endpoint: 'exploreConnection', sandbox, id, query: rootQuery, signal });
    },

    /** The columns of a table, and sample rows where the service gives them. */
    exploreTable(sandbox: string, id: string, object: string, signal?: AbortSignal): Promise<ExploredTable> {
      return sendFor(exploredTable, transport, {
        endpoint: 'exploreConnection',
        sandbox,
        id,
        query: tableQuery(object),
        signal,
      });
    },

    /** `etag` as it was given, with its quotes. FLOW-1404-412 when the connection changed meanwhile. */
    updateConnection(
      sandbox: string,
      id: string,
      etag: string,
      operations: readonly PatchOperation[],
      key: IdempotencyKey | null,
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
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
