import { expect, it, vi } from 'vitest';
import { createFlowServiceClient } from './client.ts';
import type { ConnectionRequest } from './connection-request.ts';
import { FlowServiceError } from './flow-service-error.ts';
import { createIdempotencyKey, readKeyNonce } from './idempotency-key.ts';
import { type ProxyFailure, proxyProblemPrefix } from './schemas/proxy-problem.ts';

const nonce = '0123456789abcdef'.repeat(2);
const request: ConnectionRequest = {
  name: 'Any',
  auth: { specName: 'Basic Authentication', params: {} },
  connectionSpec: { id: 'spec', version: '1.0' },
};
const receipt = { id: '1', etag: '"1"' };

type Answer = () => Response | Promise<Response>;

const broken: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const brokenOff: Answer = () =>
  new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) }), {
    status: 201,
  });
const created = (headers: Record<string, string> = {}): Response =>
  Response.json(receipt, { status: 201, headers });
const replayed: Answer = () => created({ 'Idempotent-Replayed': 'true' });
const says =
  (status: number, type: ProxyFailure, reached: 'no' | 'unknown'): Answer =>
  () =>
    Response.json(
      { type: `${proxyProblemPrefix}${type}`, title: type, status, detail: type, reached },
      { status, headers: { 'Idempotent-Replayed': 'true' } },
    );

/** A page whose requests get these answers in order. The last answer repeats. */
function startPage(...answers: Answer[]) {
  const sent: { url: string; method: string | undefined; key: string | null }[] = [];
  const client = createFlowServiceClient({
    baseUrl: '/api',
    credentials: null,
    fetch: async (url, { method, headers }) => {
      sent.push({ url, method, key: new Headers(headers).get('Idempotency-Key') });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer ? answer() : created();
    },
  });
  return { client, sent };
}

/** Creates a connection. Wait times elapse immediately. */
async function create({ client }: ReturnType<typeof startPage>, key = createIdempotencyKey(nonce)) {
  vi.useFakeTimers();
  try {
    const outcome = client.createConnection('prod', request, key).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    return await outcome;
  } finally {
    vi.useRealTimers();
  }
}

it('creates keys in the format that the server accepts, each one different', () => {
  const keys = Array.from({ length: 50 }, () => createIdempotencyKey(nonce));
  expect(keys.map(readKeyNonce)).toEqual(keys.map(() => nonce));
  expect(new Set(keys).size).toBe(50);
  expect(keys[0]).toMatch(/\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('sends no other request when the response has arrived', async () => {
  const page = startPage(() => created());
  expect(await create(page)).toEqual(receipt);
  expect(page.sent).toHaveLength(1);
});

it.each([
  ['the connection breaks', broken],
  ['the response is cut off', brokenOff],
  [
    'a proxy in between responds instead',
    () => new Response('<h1>504 Gateway Time-out</h1>', { status: 504 }),
  ],
])('when %s, uses the response of the attempt, and sends nothing again', async (_name, failing) => {
  const page = startPage(failing, replayed);
  const key = createIdempotencyKey(nonce);
  expect(await create(page, key)).toEqual(receipt);
  expect(page.sent).toEqual([
    { url: '/api/flowservice/connections', method: 'POST', key },
    { url: '/api/attempt', method: undefined, key },
  ]);
});

it('is certain that nothing was processed when the server has not received the request', async () => {
  const error = await create(startPage(broken, says(404, 'unseen', 'no')));
  expect(error).toMatchObject({ endpoint: 'createConnection', wasNotCarriedOut: true });
});

it('handles an error of the service as if it had arrived first', async () => {
  const refused = () =>
    Response.json(
      { error_code: '403010', message: 'no' },
      { status: 403, headers: { 'Idempotent-Replayed': 'true' } },
    );
  expect(await create(startPage(broken, refused))).toMatchObject({
    kind: 'answer',
    endpoint: 'createConnection',
    code: '403010',
    wasNotCarriedOut: true,
  });
});

it.each([
  ['was started again', says(409, 'stale-key', 'unknown'), 2],
  ['cannot be reached', broken, 6],
  ['is behind a login that has expired', () => new Response('', { status: 401 }), 6],
  ['is an older one', () => Response.json({}, { status: 404 }), 6],
])('reports an unknown outcome when the server %s', async (_name, answer, requests) => {
  const page = startPage(broken, answer);
  const error = await create(page);
  expect(error).toBeInstanceOf(FlowServiceError);
  expect(error).toMatchObject({ kind: 'network', status: null, wasNotCarriedOut: false });
  expect(page.sent).toHaveLength(requests);
});

it('finds the response when the server is back after several tries', async () => {
  expect(await create(startPage(broken, broken, broken, replayed))).toEqual(receipt);
});

it('does not ask again when the server reports an unknown outcome', async () => {
  const page = startPage(says(504, 'timeout', 'unknown'));
  expect(await create(page)).toMatchObject({ family: 'proxy', wasNotCarriedOut: false });
  expect(page.sent).toHaveLength(1);
});

it('cannot ask about a write without a key', async () => {
  const page = startPage(broken);
  await expect(page.client.createConnection('prod', request, null)).rejects.toMatchObject({
    kind: 'network',
  });
  expect(page.sent).toEqual([{ url: '/api/flowservice/connections', method: 'POST', key: null }]);
});

it('reads an earlier attempt like the response to a create', async () => {
  const page = startPage(replayed);
  expect(await page.client.readCreateAttempt('prod', createIdempotencyKey(nonce))).toEqual(receipt);
});
