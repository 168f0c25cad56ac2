import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { closedPolicy } from '../testing/closed-policy.ts';
import { listenOnLoopback } from '../testing/listen-on-loopback.ts';
import { createDialer } from './dial/dial.ts';
import { createTransport } from './http-transport.ts';

/** A server that answers this many requests on each connection, then closes it without an answer. */
async function startServer(answersPerConnection: number) {
  const answered = new Map<Socket, number>();
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    const count = answered.get(incoming.socket) ?? 0;
    answered.set(incoming.socket, count + 1);
    if (count < answersPerConnection) outgoing.end('answer');
    else incoming.socket.destroy();
  });
  const port = await listenOnLoopback(server);
  const transport = createTransport(
    { host: '127.0.0.1', port, path: '/', isEncrypted: false, credentials: null },
    { openSocket: createDialer(closedPolicy), timeout: 30_000 },
  );
  onTestFinished(() => transport.close());
  return { transport, requests: () => requests };
}

const body = new Uint8Array();

it('a reused connection that was closed meanwhile is replaced', async () => {
  const { transport, requests } = await startServer(1);
  expect((await transport.post(body)).status).toBe(200);
  expect((await transport.post(body)).status).toBe(200);
  expect(requests()).toBe(3);
});

it('a new connection that closes without a response is a failure, and is tried once', async () => {
  const { transport, requests } = await startServer(0);
  await expect(transport.post(body)).rejects.toMatchObject({ stage: 'queryServer', reason: 'noAnswer' });
  expect(requests()).toBe(1);
});
