import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { dial } from './dial/dial.ts';
import { createTransport } from './http-transport.ts';

const policy = { reach: 'closed', ranges: [], ownPorts: [] } as const;

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
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const transport = createTransport(
    { host: '127.0.0.1', port, path: '/', isEncrypted: false, credentials: null },
    { openSocket: (host, port, signal) => dial(host, port, { policy, signal }), timeout: 30_000 },
  );
  onTestFinished(() => {
    transport.close();
    server.close();
  });
  return { transport, requests: () => requests };
}

const body = new Uint8Array();

it('a kept connection that was closed in the meantime is replaced', async () => {
  const { transport, requests } = await startServer(1);
  expect((await transport.post(body)).status).toBe(200);
  expect((await transport.post(body)).status).toBe(200);
  expect(requests()).toBe(3);
});

it('a new connection that is closed without an answer is a failure, and tried once', async () => {
  const { transport, requests } = await startServer(0);
  await expect(transport.post(body)).rejects.toMatchObject({ stage: 'queryServer', reason: 'noAnswer' });
  expect(requests()).toBe(1);
});
