import { expect, it } from 'vitest';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { ConnectionTest } from '../../api/connection-test.ts';
import { describeRoute } from '../../errors/route.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { toTestRoute } from './test-route.ts';

const access = { credentials: null, sandbox: 'dev' } as const;

function describe(test: Pick<ConnectionTest, 'outcome' | 'error'> | null) {
  return describeRoute(toTestRoute(access, phoenix, test && { ...test, startedAt: 0, took: 1 }));
}

const reached = 'Browser: passed. Wizard server: passed. Adobe, sandbox dev: passed.';

it.each([
  [null, `${reached} Phoenix: in progress.`],
  [{ outcome: 'passed', error: null } as const, `${reached} Phoenix: passed.`],
  [{ outcome: 'failed', error: null } as const, `${reached} Phoenix: failed.`],
  [
    { outcome: 'unknown', error: FlowServiceError.fromNetwork('testConnection', null, null) } as const,
    'Browser: passed. Connection to Wizard server: failed. Wizard server: unknown. Adobe: unknown. Phoenix: unknown.',
  ],
])('the route of the test %j', (test, words) => {
  expect(describe(test)).toBe(words);
});
