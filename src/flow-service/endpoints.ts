import type * as z from 'zod/mini';
import {
  connectionItems,
  connectionPage,
  connectionReceipt,
  deletionReceipt,
  testResult,
} from './schemas/connection.ts';
import { connectionSpecItems } from './schemas/connection-spec.ts';
import { exploredRoot } from './schemas/explore.ts';
import { sandboxPage } from './schemas/sandbox.ts';
import { flowPage, sourceConnectionPage } from './schemas/usage.ts';

/** A request of Adobe's API that this product sends. The proxy forwards these and no others. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The service's path segment, below `/data/foundation/` at Adobe and below `/api/` in the page. */
  readonly service: 'flowservice' | 'sandbox-management';
  /** Path below the service. `{id}` is a placeholder for one segment. */
  readonly path: `/${string}`;
  /** The supported query keys. The service refuses an unknown key (FLOW-1451-400). */
  readonly query: readonly string[];
  /** Whether Adobe requires `x-sandbox-name`. */
  readonly inSandbox: boolean;
}

interface AnsweredEndpoint extends Endpoint {
  /** The documented shape of its answer; an empty body is parsed as undefined. */
  readonly answer: z.ZodMiniType;
}

/** The properties that most endpoints of Flow Service share. */
export const flowServiceGet = { method: 'GET', service: 'flowservice', query: [], inSandbox: true } as const;
export const flowServicePost = { ...flowServiceGet, method: 'POST' } as const;

/** The query keys of a list: filters, order and pages, or only the count (SORT). */
const pageKeys = ['property', 'limit', 'orderby', 'continuationToken', 'count'] as const;

/** The endpoint table, from Adobe's OpenAPI documents "Flow Service API - Sources" and "Sandbox API". */
export const endpoints = {
  listSandboxes: {
    method: 'GET',
    service: 'sandbox-management',
    path: '/',
    query: ['limit', 'offset'],
    inSandbox: false,
    answer: sandboxPage,
  },
  listConnectionSpecs: {
    ...flowServiceGet,
    path: '/connectionSpecs',
    query: ['property'],
    answer: connectionSpecItems,
  },
  getConnectionSpec: { ...flowServiceGet, path: '/connectionSpecs/{id}', answer: connectionSpecItems },
  listConnections: {
    ...flowServiceGet,
    path: '/connections',
    query: [...pageKeys],
    answer: connectionPage,
  },
  createConnection: { ...flowServicePost, path: '/connections', answer: connectionReceipt },
  getConnection: { ...flowServiceGet, path: '/connections/{id}', answer: connectionItems },
  testConnection: { ...flowServiceGet, path: '/connections/{id}/test', answer: testResult },
  exploreConnection: {
    ...flowServiceGet,
    path: '/connections/{id}/explore',
    query: ['objectType', 'object', 'preview'],
    answer: exploredRoot,
  },
  updateConnection: {
    ...flowServiceGet,
    method: 'PATCH',
    path: '/connections/{id}',
    answer: connectionReceipt,
  },
  deleteConnection: {
    ...flowServiceGet,
    method: 'DELETE',
    path: '/connections/{id}',
    answer: deletionReceipt,
  },
  listFlows: { ...flowServiceGet, path: '/flows', query: [...pageKeys], answer: flowPage },
  listSourceConnections: {
    ...flowServiceGet,
    path: '/sourceConnections',
    query: [...pageKeys],
    answer: sourceConnectionPage,
  },
} as const satisfies Record<string, AnsweredEndpoint>;

export type EndpointName = keyof typeof endpoints;

export type AnswerOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['answer']>;

/** The schema of an endpoint's answer. */
export function answerSchema<Name extends EndpointName>(name: Name): z.ZodMiniType<AnswerOf<Name>> {
  // This form lets TypeScript infer the type of a single endpoint's answer.
  const answers: { readonly [Each in EndpointName]: { readonly answer: z.ZodMiniType<AnswerOf<Each>> } } =
    endpoints;
  return answers[name].answer;
}

/** The base path of the services at Adobe, below the gateway's origin. */
export const gatewayBasePath = '/data/foundation';

/**
 * The URL of an endpoint below a base URL such as `/api` or `https://platform.adobe.io/data/foundation`. `id` and the
 * query's values are percent-encoded here. `query` keeps its order, and a key may repeat.
 */
export function endpointUrl(
  baseUrl: string,
  endpoint: Endpoint,
  id: string | null,
  query: readonly (readonly [key: string, value: string])[],
): string {
  const path = id === null ? endpoint.path : endpoint.path.replace('{id}', encodeURIComponent(id));
  const search = query.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return `${baseUrl}/${endpoint.service}${path}${search === '' ? '' : `?${search}`}`;
}
