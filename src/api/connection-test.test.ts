import { describe, expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { runTest } from './connection-test.ts';

function clock() {
  let now = 1000;
  return () => {
    now += 250;
    return now;
  };
}

const fail = (status: number, type: string | null) => () =>
  Promise.reject(
    FlowServiceError.fromAnswer(
      'testConnection',
      new Response(null, { status }),
      type === null ? '<html>' : JSON.stringify({ type: `https://ns.adobe.com/aep/errors/${type}` }),
    ),
  );

describe('the outcome of a test', () => {
  it.each([
    ['passed', () => Promise.resolve(true)],
    ['failed', () => Promise.resolve(false)],
    ['failed', fail(400, 'FLOW-1100-400')],
    ['failed', fail(400, 'CONN-1308-400')],
    ['untestable', fail(400, 'CONN-1305-400')],
    ['untestable', fail(405, null)],
    ['unknown', fail(504, 'FLOW-1104-504')],
    ['unknown', fail(502, null)],
    ['unknown', fail(401, 'FLOW-2000-401')],
    [
      'unknown',
      () => Promise.reject(FlowServiceError.fromNetwork('testConnection', null, new TypeError('Failed'))),
    ],
  ])('%s', async (outcome, test) => {
    expect(await runTest(test, clock())).toMatchObject({ outcome, startedAt: 1250, took: 250 });
  });

  it('is null when the test was canceled', async () => {
    const abort = new DOMException('The page was left.', 'AbortError');
    await expect(runTest(() => Promise.reject(abort), clock())).rejects.toBe(abort);
  });
});
