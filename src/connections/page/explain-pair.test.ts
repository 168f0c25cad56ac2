import { expect, it } from 'vitest';
import type { ConnectionTest } from '../../api/connection-test.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { CheckReason, CheckStage } from '../../flow-service/schemas/connection-check.ts';
import { type CheckState, notChecked } from '../../source-form/check/check-state.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { explainPair } from './explain-pair.ts';

const passed: CheckState = { ...notChecked, status: 'ended' };

function failed(stage: CheckStage, reason: CheckReason): CheckState {
  const hop = { ...notChecked.hops[stage], state: 'failed', reason } as const;
  return { ...passed, hops: { ...passed.hops, [stage]: hop } };
}

function tested(outcome: ConnectionTest['outcome'], detail?: string): ConnectionTest {
  const body = JSON.stringify({ type: 'https://ns.adobe.com/aep/errors/FLOW-1100-400', detail });
  const response = new Response(body, { status: 400 });
  const error = detail === undefined ? null : FlowServiceError.fromAnswer('testConnection', response, body);
  return { outcome, error, startedAt: 0, took: 1 };
}

it.each([
  ['Adobe cannot reach it', tested('failed', 'Connection refused'), passed, 'allowAdobe'],
  ['Adobe gives no reason', tested('failed'), passed, 'allowAdobe'],
  ['Adobe’s request times out', tested('unknown'), passed, 'allowAdobe'],
  ['Adobe’s password is wrong', tested('failed', 'HTTP 401 Unauthorized'), passed, 'fixSettings'],
  ['Adobe’s path is wrong', tested('failed', 'HTTP 404 Not Found'), passed, 'fixSettings'],
  ['both fail', tested('failed'), failed('network', 'connectionRefused'), 'fixBoth'],
  ['only Adobe reaches it', tested('passed'), failed('network', 'connectTimedOut'), 'onlyAdobe'],
  ['the check is off', tested('failed'), failed('hostName', 'checkNotAllowed'), 'notCheckable'],
  ['the address is refused', tested('failed'), failed('hostName', 'addressNotAllowed'), 'notCheckable'],
  ['the server stopped', tested('failed'), { ...passed, status: 'stopped', problem: 'cut' }, 'notCheckable'],
] as const)('%s', (_, test, check, kind) => {
  const meaning = explainPair(phoenix, test, check);
  expect(meaning?.kind).toBe(kind);
  expect(`${meaning?.sentence} ${meaning?.action}`).toMatch(/^[A-Z].+\. .+\.$/);
});

it('both failures name the hop and what to do about it', () => {
  expect(explainPair(phoenix, tested('failed'), failed('encryption', 'portEncrypted'))).toMatchObject({
    sentence: 'Adobe’s test and this check both fail. The check fails at Encryption.',
    action: 'Turn on SSL.',
  });
});

it.each([
  [null, passed],
  [tested('passed'), passed],
  [tested('untestable'), passed],
  [tested('passed'), failed('hostName', 'checkNotAllowed')],
  [tested('failed'), notChecked],
  [tested('failed'), { ...passed, status: 'running' }],
  [tested('failed'), { ...passed, status: 'stopped' }],
  [tested('failed'), { ...passed, isOutdated: true }],
] as const)('there is nothing to compare: %#', (test, check) => {
  expect(explainPair(phoenix, test, check)).toBeNull();
});
