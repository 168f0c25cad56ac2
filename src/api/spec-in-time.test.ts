import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSpecInTime } from './spec-in-time.ts';

const access = { credentials: null, sandbox: 'prod' };
const spec = { id: 'some-spec', name: 'some-source' };

/** Answers when the test says so. */
function holdAnswer() {
  let arrive: (response: Response) => void = () => {};
  const answer = new Promise<Response>((resolve) => {
    arrive = resolve;
  });
  const fetch = vi.fn<() => Promise<Response>>(() => answer);
  vi.stubGlobal('fetch', fetch);
  return { arrive, fetch };
}

const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('waits for the definition for one second', async () => {
  holdAnswer();
  const settled = vi.fn<(spec: unknown) => void>();
  void readSpecInTime(newClient(), access, spec.id).then(settled);
  await vi.advanceTimersByTimeAsync(999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(settled).toHaveBeenCalledExactlyOnceWith(null);
});

it('keeps a late definition for the next form, and requests it once', async () => {
  const { arrive, fetch } = holdAnswer();
  const client = newClient();
  const first = readSpecInTime(client, access, spec.id);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await first).toBeNull();
  arrive(Response.json({ items: [spec] }));
  await vi.advanceTimersByTimeAsync(0);
  expect(await readSpecInTime(client, access, spec.id)).toMatchObject(spec);
  expect(fetch).toHaveBeenCalledOnce();
});

it('does not wait after a failure', async () => {
  const { arrive } = holdAnswer();
  const read = readSpecInTime(newClient(), access, spec.id);
  arrive(Response.json({}, { status: 500 }));
  expect(await read).toBeNull();
});
