import { expect, test, vi } from 'vitest';
import { readErrorBody } from '../../flow-service/schemas/error-body.ts';
import { pageHeader } from '../../flow-service/request-headers.ts';
import { createMemoryStore } from './memory-store.ts';
import { startProxy, startTarget } from '../test-target.ts';

const path = '/api/flowservice/connections';

test('for a response above 64 KiB, a repeated request learns only that the outcome is unknown', async () => {
  const body = 'x'.repeat(64 * 1024 + 1);
  const target = await startTarget((_request, response) => response.writeHead(201).end(body));
  const proxy = await startProxy(target.origin);
  const headers = { 'idempotency-key': await proxy.createKey() };
  const create = () => fetch(`${proxy.origin}${path}`, { method: 'POST', body: '{}', headers });
  expect(await (await create()).text()).toBe(body);
  for (const answer of [await create(), await fetch(`${proxy.origin}/api/attempt`, { headers })]) {
    expect(answer.status).toBe(502);
    expect(readErrorBody(await answer.text())).toMatchObject({ family: 'proxy', reached: 'unknown' });
  }
  expect(target.requests).toHaveLength(1);
});

test('a repeated response does not contain the token of the server', async () => {
  const accessToken = 'MARKED-access-token';
  const target = await startTarget(({ headers }, response) => {
    response.writeHead(400, { etag: headers.authorization }).end(JSON.stringify(headers));
  });
  const proxy = await startProxy(target.origin, {
    credentials: { kind: 'token', clientId: 'id', organizationId: 'organization', accessToken },
  });
  const headers = { 'idempotency-key': await proxy.createKey(), [pageHeader.name]: pageHeader.value };
  const first = await fetch(`${proxy.origin}${path}`, { method: 'POST', body: '{}', headers });
  const seen = await first.text();
  expect(target.requests[0]?.headers.authorization).toContain(accessToken);
  const attempt = await fetch(`${proxy.origin}/api/attempt`, { headers });
  expect(await attempt.text()).toBe(seen);
  expect(JSON.stringify([seen, [...attempt.headers]])).not.toContain('MARKED');
});

test('stored responses do not prevent the server from stopping', () => {
  const start = vi.spyOn(globalThis, 'setInterval');
  const store = createMemoryStore();
  const timers = start.mock.results.map(({ value }) => value);
  expect(timers.map((timer) => timer.hasRef())).toEqual([false]);
  store.close();
  start.mockRestore();
});
