import { afterEach, expect, it, vi } from 'vitest';
import type { CheckEvent, CheckRequest } from '../flow-service/schemas/connection-check.ts';
import { checkConnection } from './check-connection.ts';

const request: CheckRequest = {
  protocol: 'phoenix',
  host: 'db.example',
  port: 443,
  path: '/',
  isEncrypted: true,
  credentials: null,
};

afterEach(() => void vi.unstubAllGlobals());

function answer(respond: (init: RequestInit) => Promise<Response>) {
  const fetch = vi.fn((_: string, init: RequestInit) => respond(init));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

async function collect(signal = new AbortController().signal): Promise<CheckEvent[]> {
  const events: CheckEvent[] = [];
  for await (const event of checkConnection(request, signal)) events.push(event);
  return events;
}

it('sends the request once, with the header that another page cannot send', async () => {
  const finished = { type: 'finished', milliseconds: 1 };
  const fetch = answer(() => Promise.resolve(new Response(JSON.stringify(finished) + '\n')));
  expect(await collect()).toEqual([finished]);
  expect(fetch.mock.calls).toEqual([
    [
      '/api/check',
      expect.objectContaining({
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Connection-Wizard': '1' },
        body: JSON.stringify(request),
      }),
    ],
  ]);
});

it.each([
  [429, { 'retry-after': '7' }, { problem: 'busy', retryAfterSeconds: 7 }],
  [429, {}, { problem: 'busy', retryAfterSeconds: null }],
  [403, {}, { problem: 'forbidden' }],
  [413, {}, { problem: 'tooLarge' }],
  [404, {}, { problem: 'unreadable' }],
] as const)('a response with status %i %j is a problem', async (status, headers, error) => {
  answer(() => Promise.resolve(new Response('{}', { status, headers })));
  await expect(collect()).rejects.toMatchObject(error);
});

it('reports a server that does not respond', async () => {
  answer(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(collect()).rejects.toMatchObject({ problem: 'unreachable' });
});

it('throws the reason of an abort unchanged', async () => {
  const controller = new AbortController();
  answer(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  const collected = collect(controller.signal);
  controller.abort(new Error('left'));
  await expect(collected).rejects.toThrow('left');
});
