import { queryOptions } from '@tanstack/react-query';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Access } from '../session/access.tsx';
import { api } from './api.ts';
import { type ConnectionVersion, versionScope } from './queries.ts';

/**
 * The result of a connection test by Adobe. `untestable`: the connector does not support the test. `unknown`: there
 * is no answer, or the answer says nothing about the database.
 */
export type TestOutcome = 'passed' | 'failed' | 'untestable' | 'unknown';

export interface ConnectionTest {
  readonly outcome: TestOutcome;
  /** null when the service answered true or false. */
  readonly error: FlowServiceError | null;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly took: number;
}

/**
 * Tests the connection. A failed test is not retried automatically, because Adobe may wait a minute for the database.
 * The result is that of one version of the connection.
 */
export function connectionTestQuery(access: Access, version: ConnectionVersion) {
  return queryOptions({
    queryKey: [...versionScope(access, version), 'test'],
    queryFn: ({ signal }) => runTest(() => api(access).testConnection(version.id, signal), Date.now),
    staleTime: Infinity,
    retry: false,
  });
}

/** Rejects only with errors that do not come from the service, such as an abort. `now`: epoch milliseconds. */
export async function runTest(test: () => Promise<boolean>, now: () => number): Promise<ConnectionTest> {
  const startedAt = now();
  try {
    const outcome = (await test()) ? 'passed' : 'failed';
    return { outcome, error: null, startedAt, took: now() - startedAt };
  } catch (error) {
    if (!(error instanceof FlowServiceError)) throw error;
    return { outcome: readOutcome(error), error, startedAt, took: now() - startedAt };
  }
}

/**
 * It is unknown whether a failing database leads to `false` or to a problem (docs/flow-service.md#test-a-connection).
 * Errors that quote the provider (1100-400, ERR-F) or its driver, or name a param (1304 to 1393, ERR-S), count as a
 * failed test.
 */
function readOutcome({ kind, code, status }: FlowServiceError): TestOutcome {
  if (kind !== 'answer' || code === null) return status === 405 || status === 501 ? 'untestable' : 'unknown';
  if (/-(?:1100|1304|1308|1312|1329|1359|1393)-400$/.test(code)) return 'failed';
  // ERR-S: the connector or its auth type does not support the operation.
  if (/-130[0125]-400$/.test(code) || status === 405 || status === 501) return 'untestable';
  return 'unknown';
}
