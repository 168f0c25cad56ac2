import { once } from 'node:events';
import { type RequestListener, type ServerResponse, createServer } from 'node:http';
import { type Socket, connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Grace, type Listening, listen } from './listen.ts';

/** Longer than a test may last. */
const longGrace: Grace = { answers: 60_000, lastAnswers: 0, giveUp: () => undefined };
const request = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

async function start(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return listen(server, '127.0.0.1', 0);
}

/** A connection over which this text has been sent. */
async function open({ origin }: Listening, sent: string): Promise<Socket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (sent !== '') await new Promise((resolve) => void socket.write(sent, resolve));
  return socket;
}

describe('a server that closes', () => {
  it('does not wait for connections without a request', async () => {
    const server = await start((_request, response) => void response.end('ok'));
    const silent = await Promise.all(Array.from({ length: 100 }, () => open(server, '')));
    const halfway = await open(server, 'GET / HTTP/1.1\r\nHost: loc');
    const kept = await open(server, request);
    await once(kept, 'data');
    const ends = [...silent, halfway, kept].map((socket) => once(socket, 'close'));
    for (const socket of [...silent, halfway]) socket.resume();
    await expect(server.close(longGrace)).resolves.toBeUndefined();
    await Promise.all(ends);
  });

  it('accepts nothing new', async () => {
    const server = await start((_request, response) => void response.end());
    await server.close(longGrace);
    await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
  });

  it('sends a response to its end, however large, and then closes the connection', async () => {
    const size = 17 * 1024 * 1024;
    const server = await start((_request, response) => {
      response.writeHead(200, { 'content-length': size }).end(Buffer.alloc(size));
    });
    const reader = await open(server, request);
    await once(reader, 'readable');
    const closed = server.close(longGrace);
    const answer = await buffer(reader);
    expect(answer.length).toBeGreaterThan(size);
    await closed;
  });

  it('announces the end of the connection in a late response', async () => {
    const responses: ServerResponse[] = [];
    const server = await start((_request, response) => responses.push(response));
    const client = await open(server, request);
    await expect.poll(() => responses, { timeout: 30_000 }).toHaveLength(1);
    const closed = server.close(longGrace);
    responses[0]?.end('late');
    expect(await text(client)).toMatch(/^HTTP\/1\.1 200 OK\r\nconnection: close\r\n[^]*late/);
    await closed;
  });

  it('stops requests without a response in time, and closes the others', async () => {
    const responses: ServerResponse[] = [];
    const server = await start((_request, response) => responses.push(response));
    const waiting = await open(server, request);
    const forgotten = await open(server, request);
    await expect.poll(() => responses, { timeout: 30_000 }).toHaveLength(2);
    const closed = server.close({
      answers: 10,
      lastAnswers: 10,
      giveUp: () => void responses[0]?.end('given up'),
    });
    expect([await text(waiting), await text(forgotten)].join('').split('\r\n').at(-1)).toBe('given up');
    await closed;
  });
});

it('a connection that cannot be accepted does not stop the server', async () => {
  const server = createServer((_request, response) => void response.end('ok'));
  onTestFinished(() => server.closeAllConnections());
  const { origin, close } = await listen(server, '127.0.0.1', 0);
  server.emit('error', new Error('accept EMFILE'));
  expect(await (await fetch(origin)).text()).toBe('ok');
  await close(longGrace);
});
