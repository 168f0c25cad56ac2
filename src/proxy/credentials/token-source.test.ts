import { expect, test } from 'vitest';
import type { MintedToken } from './mint-token.ts';
import { ProxyError } from '../proxy-error.ts';
import { mintedTokens } from './token-source.ts';

const second = 1000;
const minute = 60 * second;

/** A token source with a clock that the test controls, and the requests that it received. */
function startSource() {
  let now = 0;
  let retryAfter: number | null = null;
  let isDown = true;
  const mints: number[] = [];
  async function mint(): Promise<MintedToken> {
    mints.push(now);
    if (isDown) throw new ProxyError('no-token', 'Adobe IMS is down.', {}, retryAfter);
    return { value: `token-${mints.length}`, lifetime: 24 * 60 * minute };
  }
  const tokens = mintedTokens(
    mint,
    () => now,
    () => undefined,
  );
  return {
    /** The times of the token requests, in seconds. */
    mints: () => mints.map((time) => time / second),
    goTo: (time: number) => {
      now = time;
    },
    recover: () => {
      isDown = false;
    },
    limitRate: (seconds: number) => {
      retryAfter = seconds;
    },
    refuse: (token: string) => tokens.refuse(token),
    /** A token, or the error and its retry time in seconds. */
    get: () =>
      tokens.get().catch((error: unknown) => {
        if (!(error instanceof ProxyError)) throw error;
        return { ...error.problem, retryAfter: error.retryAfterSeconds };
      }),
  };
}

test('200 requests in a minute without a token cause few token requests, at growing intervals', async () => {
  const source = startSource();
  for (let request = 0; request < 200; request += 1) {
    source.goTo(request * 300);
    expect(await source.get()).toMatchObject({ type: expect.stringContaining('no-token'), reached: 'no' });
  }
  expect(source.mints()).toEqual([0, 1.2, 3.3, 7.5, 15.6, 31.8]);
});

test('the interval grows to a minute, and resets with the first token', async () => {
  const source = startSource();
  for (let time = 0; time <= 6 * minute; time += second) {
    source.goTo(time);
    await source.get();
  }
  expect(source.mints()).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 303]);
  source.recover();
  source.goTo(362 * second);
  expect(await source.get()).toMatchObject({ retryAfter: 1 });
  source.goTo(363 * second);
  expect(await source.get()).toBe('token-12');
});

test('a failure is remembered between requests, with the time of the next try', async () => {
  const source = startSource();
  source.limitRate(20);
  expect(await source.get()).toMatchObject({ status: 502, detail: 'Adobe IMS is down.', retryAfter: 20 });
  source.goTo(12.5 * second);
  expect(await source.get()).toMatchObject({ status: 502, detail: 'Adobe IMS is down.', retryAfter: 8 });
  expect(source.mints()).toEqual([0]);
  source.goTo(20 * second);
  await source.get();
  expect(source.mints()).toEqual([0, 20]);
});

test('concurrent requests share one token request, also when it fails', async () => {
  const source = startSource();
  await Promise.all(Array.from({ length: 200 }, source.get));
  expect(source.mints()).toEqual([0]);
});

test('a rejected token is replaced if it is older than half a minute', async () => {
  const source = startSource();
  source.recover();
  await source.get();
  source.goTo(29.9 * second);
  expect(source.refuse('token-1')).toBe(false);
  expect(await source.get()).toBe('token-1');
  source.goTo(30 * second);
  expect(source.refuse('token-1')).toBe(true);
  expect(await source.get()).toBe('token-2');
  expect(source.refuse('token-1'), 'another request replaced it').toBe(true);
  expect(await source.get()).toBe('token-2');
});

test('a clock that is set back does not delay requests', async () => {
  const source = startSource();
  const day = 24 * 60 * minute;
  source.goTo(day);
  expect(await source.get()).toMatchObject({ retryAfter: 1 });
  source.recover();
  source.goTo(0);
  expect(await source.get()).toBe('token-2');
  source.goTo(-day);
  expect(source.refuse('token-2'), 'it may be older than it appears').toBe(true);
  expect(await source.get()).toBe('token-3');
});
