import { type AnswerOf, type EndpointName, answerSchema } from './endpoints.ts';
import { FlowServiceError } from './flow-service-error.ts';
import { type IdempotencyKey, idempotencyKeyHeader, replayedHeader } from './idempotency-key.ts';
import { readProxyFailure } from './schemas/proxy-problem.ts';
import { type Call, type Expected, type Transport, receive, send } from './send.ts';

/** Milliseconds before each time that the page's server is asked what it answered: it may be starting again. */
const attemptDelays = [0, 500, 1000, 2000, 4000];

/**
 * Sends a request that changes something, once. When its answer is lost between page and server, the server is
 * asked for it by the key, and what it says counts as if it had come first: its answer, or `unseen`, which says
 * that the request was certainly not carried out. Without a key nobody can be asked.
 * @throws {FlowServiceError} As {@link send} does; that of the lost answer when the server cannot tell.
 */
export async function sendWrite<Name extends EndpointName>(
  transport: Transport,
  call: Call<Name>,
  key: IdempotencyKey | null,
): Promise<AnswerOf<Name>> {
  if (key === null) return send(transport, call);
  try {
    return await send(transport, { ...call, headers: { ...call.headers, [idempotencyKeyHeader]: key } });
  } catch (error) {
    if (!(error instanceof FlowServiceError) || !isAnswerMissing(error)) throw error;
    return findAnswer(transport, call, key, error);
  }
}

/**
 * What became of a write, asked of the page's server by its key: the same value or the same error as from the
 * write itself, as soon as there is one. A write that the server has not seen will not be carried out afterwards.
 * @throws {FlowServiceError} `network` when the server cannot be asked, and of type `stale-key` when it was started
 * anew since: neither says anything about the write.
 */
export function readAttempt<Name extends EndpointName>(
  transport: Transport,
  expected: Expected<Name>,
  key: IdempotencyKey,
): Promise<AnswerOf<Name>> {
  return receive(
    answerSchema(expected.endpoint),
    transport,
    expected,
    `${transport.baseUrl}/attempt`,
    { headers: { Accept: 'application/json', [idempotencyKeyHeader]: key }, cache: 'no-store' },
    ({ headers }) => headers.has(replayedHeader),
  );
}

/** Whether the page's server may know more than what came: it did not say this itself, and it decides nothing. */
function isAnswerMissing(error: FlowServiceError): boolean {
  return error.family !== 'proxy' && !error.wasNotCarriedOut;
}

async function findAnswer<Name extends EndpointName>(
  transport: Transport,
  expected: Expected<Name>,
  key: IdempotencyKey,
  lost: FlowServiceError,
): Promise<AnswerOf<Name>> {
  for (const delay of attemptDelays) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      return await readAttempt(transport, expected, key);
    } catch (error) {
      if (!(error instanceof FlowServiceError)) throw error;
      if (readProxyFailure(error.type) === 'stale-key') break;
      if (error.kind !== 'network') throw error;
    }
  }
  throw lost;
}
