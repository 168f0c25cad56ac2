import { expect, onTestFinished, test } from 'vitest';
import type { KeyedWrite } from './idempotency-store.ts';
import { type StoreLimits, createMemoryStore } from './memory-store.ts';
import type { PageAnswer } from '../upstream/page-answer.ts';
import { ProxyError } from '../proxy-error.ts';

const minute = 60_000;
const limits: StoreLimits = { keys: 3, size: 1000, answerSize: 100, lifetime: 10 * minute };
const nobodyLeaves = new AbortController().signal;

function start(changes: Partial<StoreLimits> = {}) {
  let now = 0;
  const store = createMemoryStore(() => now, { ...limits, ...changes });
  onTestFinished(() => store.close());
  let sent = 0;
  return {
    store,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    sent: () => sent,
    /** A write with this answer or this failure. */
    write: (
      key: string,
      outcome: PageAnswer | Error = answerOf('{"id":"1"}'),
      changed: Partial<KeyedWrite> = {},
    ) =>
      store.run({
        key,
        fingerprint: 'same',
        signal: nobodyLeaves,
        send: async () => {
          sent += 1;
          if (outcome instanceof Error) throw outcome;
          return outcome;
        },
        ...changed,
      }),
    read: (key: string) => store.read(key, nobodyLeaves),
  };
}

/** An answer that the test releases. */
function createHeld() {
  let resolve: (answer: PageAnswer) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<PageAnswer>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}

function answerOf(body: string): PageAnswer {
  return { status: 201, headers: {}, body: new Uint8Array(Buffer.from(body)) };
}

async function problemOf(outcome: Promise<unknown>) {
  const error: unknown = await outcome.catch((cause: unknown) => cause);
  if (!(error instanceof ProxyError)) throw new Error('It did not fail as a ProxyError.', { cause: error });
  return [error.problem.type.split(':').at(-1), error.problem.reached];
}

test('a response is repeated for ten minutes after it arrived, and no longer', async () => {
  const { write, read, pass, sent } = start();
  const answer = await write('a');
  pass(10 * minute - 1);
  expect(await write('a')).toEqual(answer);
  expect(await read('a')).toEqual(answer);
  expect(sent()).toBe(1);
  pass(1);
  expect(await problemOf(read('a'))).toEqual(['unseen', 'no']);
});

test('the ten minutes start with the response, not with the request', async () => {
  const { write, read, pass } = start();
  const { resolve, promise } = createHeld();
  const running = write('a', answerOf(''), { send: () => promise });
  pass(30 * minute);
  const joined = write('a');
  resolve(answerOf('late'));
  expect(await running).toEqual(await joined);
  pass(9 * minute);
  expect(await read('a')).toEqual(answerOf('late'));
});

test('a closed key stays closed for ten minutes', async () => {
  const { write, read, pass, sent } = start();
  expect(await problemOf(read('a'))).toEqual(['unseen', 'no']);
  pass(10 * minute - 1);
  expect(await problemOf(write('a'))).toEqual(['closed-key', 'no']);
  expect(await problemOf(read('a'))).toEqual(['unseen', 'no']);
  expect(sent()).toBe(0);
});

test('when the keys are full, none is dropped, and a new one is rejected until there is room', async () => {
  const { write, read, pass, sent } = start();
  await write('a');
  await problemOf(read('closed'));
  pass(minute);
  await write('b');
  expect(await problemOf(write('c'))).toEqual(['busy', 'no']);
  // The key could not be closed, so the write may still be sent.
  expect(await problemOf(read('c'))).toEqual(['busy', 'unknown']);
  expect(await read('a')).toEqual(answerOf('{"id":"1"}'));
  expect(sent()).toBe(2);
  pass(9 * minute);
  await write('c');
  expect(sent()).toBe(3);
});

test('the responses never exceed their limit, including those of running writes', async () => {
  const { write, sent } = start({ size: 250 });
  const { resolve, promise } = createHeld();
  const running = ['a', 'b'].map((key) => write(key, answerOf(''), { send: () => promise }));
  expect(await problemOf(write('c'))).toEqual(['busy', 'no']);
  resolve(answerOf('short'));
  await Promise.all(running);
  await write('c');
  expect(sent()).toBe(1);
});

test('for a large response, only its arrival is stored', async () => {
  const { write, read, sent } = start();
  const large = answerOf('x'.repeat(limits.answerSize + 1));
  expect(await write('a', large)).toBe(large);
  expect(await problemOf(write('a'))).toEqual(['too-large', 'unknown']);
  expect(await problemOf(read('a'))).toEqual(['too-large', 'unknown']);
  expect(sent()).toBe(1);
});

test('a stored response takes no more memory than its length', async () => {
  const { write, read } = start();
  await write('a', { ...answerOf(''), body: Buffer.from('{"id":"1"}') });
  const { body } = await read('a');
  expect(body.buffer.byteLength).toBe(body.length);
});

test('a failure with an unknown outcome is repeated, and after any other failure the key is new', async () => {
  const { write, read, sent } = start();
  const cut = new ProxyError('cut', '');
  for (const error of [cut, new TypeError('Of our own')]) {
    await expect(write(error.name, error)).rejects.toBe(error);
    await expect(write(error.name)).rejects.toBe(error);
    await expect(read(error.name)).rejects.toBe(error);
  }
  expect(sent()).toBe(2);
  expect(await problemOf(write('a', new ProxyError('unreachable', '')))).toEqual(['unreachable', 'no']);
  expect(await write('a')).toEqual(answerOf('{"id":"1"}'));
  expect(sent()).toBe(4);
});

test('all requests that wait for a write are told when it did not reach the service', async () => {
  const { write, read } = start();
  const { reject, promise } = createHeld();
  const waiting = [write('a', answerOf(''), { send: () => promise }), write('a'), read('a')];
  reject(new ProxyError('no-token', ''));
  expect(await Promise.all(waiting.map(problemOf))).toEqual(waiting.map(() => ['no-token', 'no']));
});

test('the same key with another request is rejected, during the first one and after it', async () => {
  const { write, sent } = start();
  const { resolve, promise } = createHeld();
  const running = write('a', answerOf(''), { send: () => promise });
  const other = () => problemOf(write('a', answerOf(''), { fingerprint: 'other' }));
  expect(await other()).toEqual(['key-mismatch', 'no']);
  resolve(answerOf(''));
  await running;
  expect(await other()).toEqual(['key-mismatch', 'no']);
  expect(sent()).toBe(0);
});

test('a write is canceled only when no client waits for it', async () => {
  const { write, store } = start();
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  const { reject, promise } = createHeld();
  const send = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => reject(new ProxyError('busy', 'called off')));
    return promise;
  };
  const waiting = [
    write('a', answerOf(''), { send, signal: first.signal }),
    write('a', answerOf(''), { signal: second.signal }),
    store.read('a', third.signal),
  ];
  first.abort();
  third.abort();
  // A client is still waiting, so the request joins the running write and does not start a new one.
  const joined = write('a', answerOf(''), { signal: second.signal });
  second.abort();
  for (const outcome of [...waiting, joined]) expect(await problemOf(outcome)).toEqual(['busy', 'no']);
});
