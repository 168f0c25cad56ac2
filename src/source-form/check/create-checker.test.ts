import { expect, it, vi } from 'vitest';
import { CheckError } from '../../flow-service/check-error.ts';
import {
  type CheckEvent,
  type CheckRequest,
  type CheckStage,
  checkStages,
} from '../../flow-service/schemas/connection-check.ts';
import { failedStage } from './check-state.ts';
import { createChecker } from './create-checker.ts';

const request: CheckRequest = {
  protocol: 'phoenix',
  host: 'db.example',
  port: 443,
  path: '/',
  isEncrypted: true,
  credentials: { username: 'admin', password: 'unmistakable-password' },
};
const prepare = () => Promise.resolve(request);
const started: CheckEvent = { type: 'started', isSample: false };
const finished: CheckEvent = { type: 'finished', milliseconds: 9 };

type Result = Extract<CheckEvent, { type: 'result' }>;

function result(stage: CheckStage, more: Partial<Result> = {}): Result {
  const usual = { state: 'passed', milliseconds: 3, facts: {}, reason: null } as const;
  return { type: 'result', stage, ...usual, warnings: [], ...more };
}

/** A checker whose events are sent by the test. */
function createFixture() {
  const queue: (CheckEvent | Error)[] = [];
  let wake = () => {};
  const signals: AbortSignal[] = [];
  async function* send(_: CheckRequest, signal: AbortSignal) {
    signals.push(signal);
    for (;;) {
      const next = queue.shift();
      if (next instanceof Error) throw next;
      if (next !== undefined) {
        yield next;
        if (next.type === 'finished') return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
        signal.throwIfAborted();
      }
    }
  }
  const checker = createChecker(send);
  return {
    checker,
    signals,
    emit: (...events: (CheckEvent | Error)[]) => {
      queue.push(...events);
      wake();
    },
    expectState: (expected: object) =>
      vi.waitFor(() => expect(checker.state.get()).toMatchObject(expected), { interval: 1 }),
  };
}

it('shows each result as it arrives, up to the last', async () => {
  const { checker, emit, expectState } = createFixture();
  checker.start(prepare);
  await expectState({ status: 'starting' });
  emit(started, { type: 'running', stage: 'hostName' });
  await expectState({
    status: 'running',
    hops: { hostName: { state: 'running' }, network: { state: 'waiting' } },
  });
  emit(result('hostName', { facts: { addresses: ['203.0.113.5'] } }));
  await expectState({ results: ['hostName'], hops: { hostName: { state: 'passed', milliseconds: 3 } } });
  emit(...checkStages.slice(1).map((stage) => result(stage)), finished);
  await expectState({ status: 'ended', results: checkStages });
  expect(failedStage(checker.state.get())).toBeNull();
});

it('shows the failed hop with its reason, and the hops behind it as skipped', async () => {
  const { checker, emit, expectState } = createFixture();
  checker.start(prepare);
  emit(started, result('hostName'), result('network', { state: 'failed', reason: 'connectionRefused' }));
  emit(...checkStages.slice(2).map((stage) => result(stage, { state: 'skipped' })), finished);
  await expectState({
    status: 'ended',
    hops: { network: { reason: 'connectionRefused' }, tables: { state: 'skipped', milliseconds: null } },
  });
  expect(failedStage(checker.state.get())).toBe('network');
});

it('starts one check for several clicks, and another one after it has ended', async () => {
  const { checker, emit, expectState, signals } = createFixture();
  checker.start(prepare);
  checker.start(prepare);
  await expectState({ status: 'starting', run: 1 });
  checker.start(prepare);
  emit(started, finished);
  await expectState({ status: 'ended' });
  expect(signals).toHaveLength(1);
  await vi.waitFor(() => {
    checker.start(prepare);
    expect(checker.state.get().run).toBe(2);
  });
});

it('starts nothing when the fields are not valid', async () => {
  const { checker, signals } = createFixture();
  checker.start(() => Promise.resolve(null));
  await Promise.resolve();
  expect([checker.state.get().status, signals]).toEqual(['idle', []]);
});

it('a canceled check is aborted and changes nothing more', async () => {
  const { checker, emit, expectState, signals } = createFixture();
  checker.start(prepare);
  emit(started, result('hostName'));
  await expectState({ results: ['hostName'] });
  checker.cancel();
  expect(signals[0]?.aborted).toBe(true);
  emit(result('network'), finished);
  await expectState({
    status: 'stopped',
    problem: null,
    hops: { hostName: { state: 'passed' }, network: { state: 'skipped' } },
  });
});

it('another check can follow a canceled one at once', async () => {
  const { checker, expectState, signals } = createFixture();
  checker.start(prepare);
  await expectState({ status: 'starting' });
  checker.cancel();
  checker.start(prepare);
  await expectState({ status: 'starting', run: 2 });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});

it('a check that is canceled while its fields are validated is not sent', async () => {
  const { checker, signals } = createFixture();
  checker.start(prepare);
  checker.cancel();
  await new Promise(setImmediate);
  expect([checker.state.get().status, signals]).toEqual(['idle', []]);
});

it.each([
  [new CheckError('busy', 5), { problem: 'busy', retryAfterSeconds: 5 }],
  [new Error('a defect'), { problem: 'unreadable' }],
])('%s ends the check with a problem', async (error, expected) => {
  const { checker, emit } = createFixture();
  checker.start(prepare);
  emit(started, error);
  await vi.waitFor(() => expect(checker.state.get()).toMatchObject({ status: 'stopped', ...expected }));
});

it('a changed field marks a result or a running check as outdated, until the next one', async () => {
  const { checker, emit, expectState } = createFixture();
  checker.outdate();
  await expectState({ isOutdated: false });
  checker.start(prepare);
  await expectState({ status: 'starting' });
  checker.outdate();
  emit(started, finished);
  await expectState({ status: 'ended', isOutdated: true });
  await vi.waitFor(() => {
    checker.start(prepare);
    expect(checker.state.get()).toMatchObject({ status: 'starting', isOutdated: false });
  });
});

it('the state never contains what was sent', async () => {
  const { checker, emit, expectState } = createFixture();
  checker.start(prepare);
  emit(started, result('hostName'), finished);
  await expectState({ status: 'ended' });
  expect(JSON.stringify(checker.state.get())).not.toMatch(/unmistakable|admin|db\.example/);
});
