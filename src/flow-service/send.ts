import type * as z from 'zod/mini';
import { type AnswerOf, type EndpointName, answerSchema, endpoints } from './endpoints.ts';
import { FlowServiceError } from './flow-service-error.ts';
import { type RequestFacts, type Target, toWireRequest } from './wire-request.ts';

export interface Transport extends Target {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** The endpoint whose answer is expected. */
export interface Expected<Name extends EndpointName> {
  readonly endpoint: Name;
  readonly sandbox: string | null;
  readonly signal: AbortSignal | undefined;
}

export type Call<Name extends EndpointName> = Expected<Name> & RequestFacts;

/**
 * Sends one request and parses its answer. The request is sent once; the caller decides whether to retry.
 * @throws {FlowServiceError} for every failure, except that an abort by `signal` is thrown unchanged.
 */
export function send<Name extends EndpointName>(
  transport: Transport,
  call: Call<Name>,
): Promise<AnswerOf<Name>> {
  return sendFor(answerSchema(call.endpoint), transport, call);
}

/** Sends a request whose query or ID leads to an answer of another shape than the endpoint's usual one. */
export function sendFor<Answer>(
  answer: z.ZodMiniType<Answer>,
  transport: Transport,
  call: Call<EndpointName>,
): Promise<Answer> {
  const { method, url, headers, body } = toWireRequest(transport, endpoints[call.endpoint], call);
  return receive(answer, transport, call, url, { method, headers, ...(body !== null && { body }) });
}

/**
 * Sends one request and reads the answer. An answer that is not `isGenuine` comes from an intermediary, and counts as
 * no answer.
 * @throws As {@link send} does.
 */
export async function receive<Answer>(
  answer: z.ZodMiniType<Answer>,
  transport: Transport,
  { endpoint, sandbox, signal }: Expected<EndpointName>,
  url: string,
  init: RequestInit,
  isGenuine: (response: Response) => boolean = () => true,
): Promise<Answer> {
  const { credentials } = transport;
  const sender = { sandbox, credentials: credentials === null ? 'server' : 'page' } as const;
  const secrets = credentials === null ? [] : [credentials.accessToken];
  const fail = async (error: FlowServiceError): Promise<never> => {
    // Only an error that quotes the service needs this code.
    const hide = error.kind === 'network' ? undefined : await loadHideSecrets();
    throw error.without(secrets, hide).of(sender);
  };
  const settle = async <Value>(status: number | null, run: () => Promise<Value>): Promise<Value> => {
    try {
      return await run();
    } catch (cause) {
      signal?.throwIfAborted();
      return fail(FlowServiceError.fromNetwork(endpoint, status, cause));
    }
  };
  const response = await settle(null, () => transport.fetch(url, { ...init, ...(signal && { signal }) }));
  const body = await settle(response.status, () => response.text());
  if (!isGenuine(response)) return fail(FlowServiceError.fromNetwork(endpoint, response.status, null));
  if (!response.ok) return fail(FlowServiceError.fromAnswer(endpoint, response, body));
  if (isTooLarge(body)) return fail(FlowServiceError.fromSize(endpoint, response, body));
  const parsed = await parseAnswer(answer, body);
  return parsed.success ? parsed.data : fail(FlowServiceError.fromShape(endpoint, response, body));
}

/** An answer with more parts would block the page while it is parsed. A list of 50,000 tables has about this many. */
const mostParts = 300_000;

/** Whether a text has more values and lists than can be parsed at once. The check does not parse the text. */
function isTooLarge(json: string): boolean {
  let parts = 0;
  for (const start of [',', '{', '[']) {
    for (let place = json.indexOf(start); place !== -1; place = json.indexOf(start, place + 1)) {
      parts += 1;
      if (parts > mostParts) return true;
    }
  }
  return false;
}

/** The length from which a text is parsed and checked in two tasks, so that the page answers the user in between. */
const longAnswer = 200_000;

async function parseAnswer<Answer>(answer: z.ZodMiniType<Answer>, body: string) {
  try {
    const value: unknown = body === '' ? undefined : JSON.parse(body);
    if (body.length > longAnswer) await new Promise((resolve) => setTimeout(resolve));
    return answer.safeParse(value);
  } catch {
    return { success: false } as const;
  }
}

/** null when the code cannot be loaded. */
async function loadHideSecrets() {
  try {
    return (await import('./hide-secrets.ts')).hideSecrets;
  } catch {
    return null;
  }
}
