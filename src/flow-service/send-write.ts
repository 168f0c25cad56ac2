import { type AnswerOf, type EndpointName, answerSchema } from './endpoints.ts';
import { FlowServiceError } from './flow-service-error.ts';
import { type IdempotencyKey, idempotencyKeyHeader, replayedHeader } from './idempotency-key.ts';
import { readProxyFailure } from './schemas/proxy-problem.ts';
import { type Call, type Expected, type Transport, receive, send } from './send.ts';

/** Milliseconds before each attempt to ask the page's server for its answer. The server may be restarting. */
const attemptDelays = [0, 500, 1000, 2000, 4000];

/**
 * Sends a write once. If its answer is lost between page and server, the server is asked for it by the key. What the
 * server says counts as the answer itself. The problem `unseen` means that the request was certainly not carried out.
 * Without a key, a lost answer cannot be recovered.
 * @throws {FlowServiceError} As {@link send} does; the error of the lost answer when the server does not know the
 * outcome.
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
 * The outcome of a write, requested from the page's server by the key. Resolves or rejects as the write itself would,
 * as soon as the outcome is known. A write that the server has not seen is not carried out later.
 * @throws {FlowServiceError} `network` when the server cannot be asked, and type `stale-key` when it has restarted
 * since. Neither says anything about the write.
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

/**
 * Whether the page's server may know more than the received answer: the answer is not from the server itself, and it
 * does not show the outcome.
 */
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
