import type * as z from 'zod/mini';
import { type EndpointName, endpoints } from './endpoints.ts';
import { FlowServiceError } from './flow-service-error.ts';
import { type RequestFacts, type Target, toWireRequest } from './wire-request.ts';

export interface Transport extends Target {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

export interface Call<Answer> extends RequestFacts {
  readonly endpoint: EndpointName;
  /** The documented shape of the answer; a body that is empty is parsed as undefined. */
  readonly answer: z.ZodMiniType<Answer>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends one request and parses its answer. Sends it once: whether to repeat is the caller's to decide.
 * @throws {FlowServiceError} for every failure, except that an abort by `signal` is thrown as it is.
 */
export async function send<Answer>(transport: Transport, call: Call<Answer>): Promise<Answer> {
  const { method, url, headers, body: sent } = toWireRequest(transport, endpoints[call.endpoint], call);
  const response = await settle(call, null, () =>
    transport.fetch(url, {
      method,
      headers,
      ...(sent !== null && { body: sent }),
      ...(call.signal && { signal: call.signal }),
    }),
  );
  const body = await settle(call, response.status, () => response.text());
  const secrets = transport.credentials === null ? [] : [transport.credentials.accessToken];
  if (!response.ok) throw FlowServiceError.fromAnswer(call.endpoint, response, body).without(secrets);
  const parsed = parseAnswer(call.answer, body);
  if (!parsed.success) throw FlowServiceError.fromShape(call.endpoint, response, body).without(secrets);
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
