import {
  type Connection,
  type ConnectionReceipt,
  connectionCount,
  connectionItems,
  connectionPage,
  connectionReceipt,
  deletionReceipt,
  testResult,
} from './connection.ts';
import type { ConnectionRequest, PatchOperation } from './connection-request.ts';
import { type ConnectionSpec, connectionSpecItems } from './connection-spec.ts';
import {
  type ExploredObject,
  type ExploredTable,
  exploredRoot,
  exploredTable,
  rootQuery,
  tableQuery,
} from './explore.ts';
import { type Sandbox, sandboxPage } from './sandbox.ts';
import { type Transport, send } from './send.ts';

export interface ConnectionQuery {
  /** Filters such as `connectionSpec.id==...`; all must hold. */
  readonly filters?: readonly string[];
  /** A field name; `-` before it sorts descending. */
  readonly orderBy?: string;
  /** 1 to 100. */
  readonly limit?: number;
  readonly continuationToken?: string;
}

export interface ConnectionPage {
  readonly connections: readonly Connection[];
  /** For the next page; null on the last one. */
  readonly continuationToken: string | null;
}

/** The default page size of the sandbox service, and the most it is asked for at once. */
const sandboxPageSize = 50;
const mostSandboxPages = 40;

export type FlowServiceClient = ReturnType<typeof createFlowServiceClient>;

/**
 * Adobe's API as typed functions, one request each unless it says otherwise. Every answer is parsed.
 * All reject with {@link FlowServiceError}, or with the signal's reason when aborted.
 */
export function createFlowServiceClient(transport: Transport) {
  return {
    /** Every sandbox the caller may see, page after page; at most 2,000. */
    async listSandboxes(signal?: AbortSignal): Promise<readonly Sandbox[]> {
      const all: Sandbox[] = [];
      for (let page = 0; page < mostSandboxPages; page += 1) {
        const { sandboxes, _links } = await send(transport, {
          endpoint: 'listSandboxes',
          sandbox: null,
          id: null,
          // The service takes both or neither.
          query: [
            ['limit', String(sandboxPageSize)],
            ['offset', String(all.length)],
          ],
          answer: sandboxPage,
          signal,
        });
        all.push(...sandboxes);
        if (!_links?.next || sandboxes.length === 0) break;
      }
      return all;
    },

    /** null when the service knows no spec of that ID and says so with an empty list. */
    async getConnectionSpec(
      sandbox: string,
      id: string,
      signal?: AbortSignal,
    ): Promise<ConnectionSpec | null> {
      const { items } = await send(transport, {
        endpoint: 'getConnectionSpec',
        sandbox,
        id,
        query: [],
        answer: connectionSpecItems,
        signal,
      });
      return items[0] ?? null;
    },

    /** Creates a connection. Flow Service knows no idempotency key: sending it twice makes two. */
    createConnection(
      sandbox: string,
      body: ConnectionRequest,
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
      return send(transport, {
        endpoint: 'createConnection',
        sandbox,
        id: null,
        query: [],
        body,
        answer: connectionReceipt,
        signal,
      });
    },

    async listConnections(
      sandbox: string,
      query: ConnectionQuery,
      signal?: AbortSignal,
    ): Promise<ConnectionPage> {
      const { items, _links } = await send(transport, {
        endpoint: 'listConnections',
        sandbox,
        id: null,
        query: toQuery(query),
        answer: connectionPage,
        signal,
      });
      return { connections: items, continuationToken: readContinuationToken(_links?.next?.href) };
    },

    async countConnections(
      sandbox: string,
      filters: readonly string[],
      signal?: AbortSignal,
    ): Promise<number> {
      const { count } = await send(transport, {
        endpoint: 'listConnections',
        sandbox,
        id: null,
        query: [...toQuery({ filters }), ['count', 'true']],
        answer: connectionCount,
        signal,
      });
      return count;
    },

    async getConnection(sandbox: string, id: string, signal?: AbortSignal): Promise<Connection> {
      const { items } = await send(transport, {
        endpoint: 'getConnection',
        sandbox,
        id,
        query: [],
        answer: connectionItems,
        signal,
      });
      return items[0];
    },

    /** Whether Adobe can reach the database now. It opens a live connection, so it may take a minute. */
    async testConnection(sandbox: string, id: string, signal?: AbortSignal): Promise<boolean> {
      const { result } = await send(transport, {
        endpoint: 'testConnection',
        sandbox,
        id,
        query: [],
        answer: testResult,
        signal,
      });
      return result;
    },

    exploreRoot(sandbox: string, id: string, signal?: AbortSignal): Promise<readonly ExploredObject[]> {
      return send(transport, {
        endpoint: 'exploreConnection',
        sandbox,
        id,
        query: rootQuery,
        answer: exploredRoot,
        signal,
      });
    },

    /** The columns of a table, and sample rows where the service gives them. */
    exploreTable(sandbox: string, id: string, object: string, signal?: AbortSignal): Promise<ExploredTable> {
      return send(transport, {
        endpoint: 'exploreConnection',
        sandbox,
        id,
        query: tableQuery(object),
        answer: exploredTable,
        signal,
      });
    },

    /** `etag` as it was given, with its quotes. FLOW-1404-412 when the connection changed meanwhile. */
    updateConnection(
      sandbox: string,
      id: string,
      etag: string,
      operations: readonly PatchOperation[],
      signal?: AbortSignal,
    ): Promise<ConnectionReceipt> {
      return send(transport, {
        endpoint: 'updateConnection',
        sandbox,
        id,
        query: [],
        headers: { 'If-Match': etag },
        body: operations,
        answer: connectionReceipt,
        signal,
      });
    },

    deleteConnection(sandbox: string, id: string, signal?: AbortSignal): Promise<void> {
      return send(transport, {
        endpoint: 'deleteConnection',
        sandbox,
        id,
        query: [],
        answer: deletionReceipt,
        signal,
      });
    },
  };
}

function toQuery({ filters = [], orderBy, limit, continuationToken }: ConnectionQuery): [string, string][] {
  return [
    ...filters.map((filter): [string, string] => ['property', filter]),
    ...(orderBy === undefined ? [] : [['orderby', orderBy] satisfies [string, string]]),
    ...(limit === undefined ? [] : [['limit', String(limit)] satisfies [string, string]]),
    ...(continuationToken === undefined
      ? []
      : [['continuationToken', continuationToken] satisfies [string, string]]),
  ];
}

/** The href of a next page is relative to the service: `/connections?continuationToken=...`. */
function readContinuationToken(href: string | undefined): string | null {
  return href === undefined
    ? null
    : new URLSearchParams(href.slice(href.indexOf('?') + 1)).get('continuationToken');
}
