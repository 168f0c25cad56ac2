import { CheckError, type CheckProblem } from '../flow-service/check-error.ts';
import { readRetryAfter } from '../flow-service/flow-service-error.ts';
import { readCheckEvents } from '../flow-service/read-check-events.ts';
import { pageHeader } from '../flow-service/request-headers.ts';
import type { CheckEvent, CheckRequest } from '../flow-service/schemas/connection-check.ts';

/** Milliseconds. The server ends a check after 20 seconds, so a longer check has gone silent. */
const longestWait = 30_000;

const problems: Readonly<Record<number, CheckProblem>> = {
  403: 'forbidden',
  413: 'tooLarge',
  429: 'busy',
  503: 'busy',
};

/**
 * Checks a connection from the server of this page, and yields what it finds out as it happens. Aborting `signal`
 * ends the check on the server too. The request is sent once and is not kept.
 * @throws {CheckError} or the signal's reason.
 */
export async function* checkConnection(
  request: CheckRequest,
  signal: AbortSignal,
): AsyncGenerator<CheckEvent> {
  try {
    const response = await fetch('/api/check', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [pageHeader.name]: pageHeader.value },
      body: JSON.stringify(request),
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestWait)]),
    });
    if (!response.ok) {
      const retryAfter = readRetryAfter(response.headers.get('retry-after'));
      throw new CheckError(problems[response.status] ?? 'unreadable', retryAfter);
    }
    if (response.body === null) throw new CheckError('cut', null);
    yield* readCheckEvents(response.body);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof CheckError ? error : new CheckError('unreachable', null);
  }
}
