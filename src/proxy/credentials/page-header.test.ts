import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createFlowServiceClient } from '../../flow-service/client.ts';
import {
  type RecordedRequest,
  serverSecret as credentials,
  startProxy,
  startTarget,
} from '../test-target.ts';

function answer({ url }: RecordedRequest, response: ServerResponse): void {
  const token = { access_token: 'token-of-the-server', expires_in: 1000 };
  response.end(JSON.stringify(url === '/ims/token/v3' ? token : { items: [] }));
}

test.each([
  ['an image or a link of another page', 'GET', {}],
  ['a form of another page', 'POST', { 'content-type': 'text/plain' }],
  ['a program', 'POST', { 'content-type': 'application/json', 'x-sandbox-name': 'dev' }],
  ['another value', 'DELETE', { 'x-connection-wizard': '0' }],
])(
  'the credentials of the server are not used for %s, whatever the browser sends',
  async (_name, method, headers) => {
    const adobe = await startTarget(answer);
    const proxy = await startProxy(adobe.origin, { credentials });
    const path = method === 'DELETE' ? '/connections/1' : '/connections';
    const response = await fetch(`${proxy.origin}/api/flowservice${path}`, {
      method,
      headers,
      ...(method === 'POST' && { body: '{}' }),
    });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      type: expect.stringContaining('forbidden'),
      detail: expect.stringContaining('"X-Connection-Wizard: 1"'),
      reached: 'no',
    });
    expect(adobe.requests).toEqual([]);
  },
);

test('the page marks its requests, and the mark is not forwarded', async () => {
  const adobe = await startTarget(answer);
  const proxy = await startProxy(adobe.origin, { credentials });
  const client = createFlowServiceClient({ baseUrl: `${proxy.origin}/api`, fetch, credentials: null });
  expect(await client.listConnections('dev', {})).toMatchObject({ connections: [] });
  const request = adobe.requests.at(-1);
  expect(request?.headers).toMatchObject({ authorization: 'Bearer token-of-the-server' });
  expect(request?.headers).not.toHaveProperty('x-connection-wizard');
});

test('without server credentials, and for requests that need none, no mark is required', async () => {
  const service = await startTarget(answer);
  const plain = await startProxy(service.origin);
  expect((await fetch(`${plain.origin}/api/flowservice/connections`)).status).toBe(200);
  const held = await startProxy(service.origin, { credentials, target: 'local' });
  expect((await fetch(`${held.origin}/api/environment`)).status).toBe(200);
  expect((await fetch(`${held.origin}/api/local/scenarios`)).status).toBe(200);
});
