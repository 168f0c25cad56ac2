import type * as z from 'zod/mini';
import type { Credentials } from './credentials.ts';
import { type EndpointName, endpointUrl, endpoints } from './endpoints.ts';
import { FlowServiceError } from './flow-service-error.ts';
import { toRequestHeaders } from './request-headers.ts';

export interface Transport {
  /** Without a trailing slash: `/api` in the page, `https://platform.adobe.io/data/foundation` on a server. */
  readonly baseUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** null: the server behind `baseUrl` adds its own. */
  readonly credentials: Credentials | null;
}

export interface Call<Answer> {
  readonly endpoint: EndpointName;
  readonly sandbox: string | null;
  readonly id: string | null;
  readonly query: readonly (readonly [key: string, value: string])[];
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** The documented shape of the answer; a body that is empty is parsed as undefined. */
  readonly answer: z.ZodMiniType<Answer>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends one request and parses its answer. Sends it once: whether to repeat is the caller's to decide.
 * @throws {FlowServiceError} for every failure, except that an abort by `signal` is thrown as it is.
 */
export async function send<Answer>(transport: Transport, call: Call<Answer>): Promise<Answer> {
  const endpoint = endpoints[call.endpoint];
  const url = endpointUrl(transport.baseUrl, endpoint, call.id, call.query);
  const response = await settle(call, null, () =>
    transport.fetch(url, {
      method: endpoint.method,
      headers: {
        Accept: 'application/json',
        ...toRequestHeaders(transport.credentials, call.sandbox),
        ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      ...(call.signal && { signal: call.signal }),
    }),
  );
  const body = await settle(call, response.status, () => response.text());
  if (!response.ok) throw FlowServiceError.fromAnswer(call.endpoint, response, body);
  const parsed = parseAnswer(call.answer, body);
  if (!parsed.success) throw FlowServiceError.fromShape(call.endpoint, response, body);
  return parsed.data;
}

async function settle<Value>(
  { endpoint, signal }: Pick<Call<unknown>, 'endpoint' | 'signal'>,
  status: number | null,
  run: () => Promise<Value>,
): Promise<Value> {
  try {
    return await run();
  } catch (cause) {
    signal?.throwIfAborted();
    throw FlowServiceError.fromNetwork(endpoint, status, cause);
  }
}

function parseAnswer<Answer>(answer: z.ZodMiniType<Answer>, body: string) {
  try {
    return answer.safeParse(body === '' ? undefined : JSON.parse(body));
  } catch {
    return { success: false } as const;
  }
}
