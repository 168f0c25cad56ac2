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
  const { credentials } = transport;
  const sender = { sandbox: call.sandbox, credentials: credentials === null ? 'server' : 'page' } as const;
  const fail = (error: FlowServiceError): never => {
    throw error.without(credentials === null ? [] : [credentials.accessToken]).of(sender);
  };
  const settle = async <Value>(status: number | null, run: () => Promise<Value>): Promise<Value> => {
    try {
      return await run();
    } catch (cause) {
      call.signal?.throwIfAborted();
      return fail(FlowServiceError.fromNetwork(call.endpoint, status, cause));
    }
  };
  const response = await settle(null, () =>
    transport.fetch(url, {
      method,
      headers,
      ...(sent !== null && { body: sent }),
      ...(call.signal && { signal: call.signal }),
    }),
  );
  const body = await settle(response.status, () => response.text());
  if (!response.ok) return fail(FlowServiceError.fromAnswer(call.endpoint, response, body));
  const parsed = parseAnswer(call.answer, body);
  return parsed.success ? parsed.data : fail(FlowServiceError.fromShape(call.endpoint, response, body));
}

function parseAnswer<Answer>(answer: z.ZodMiniType<Answer>, body: string) {
  try {
    return answer.safeParse(body === '' ? undefined : JSON.parse(body));
  } catch {
    return { success: false } as const;
  }
}
