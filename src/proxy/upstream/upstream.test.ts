import { type Socket, createServer as createTcpServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { ProxyError } from '../proxy-error.ts';
import { listenForTest, startTarget } from '../test-target.ts';
import { createAnswerBudget } from './answer-budget.ts';
import { createUpstream } from './upstream.ts';

const patient = { connectTimeout: 5000, answerTimeout: 5000, reuseTimeout: 200, answerSize: 1000 };
const impatient = { ...patient, connectTimeout: 200, answerTimeout: 200 };

function upstreamTo(origin: string, limits = patient) {
  const upstream = createUpstream(origin, { limits });
  onTestFinished(() => upstream.close());
  return upstream;
}

function request(method: string) {
  const signal = new AbortController().signal;
  return { method, path: '/x', headers: {}, body: method === 'POST' ? Buffer.from('{}') : null, signal };
}

/** The proxy's error for a request that failed. */
async function failureOf(origin: string, method = 'POST', limits = patient) {
  const error: unknown = await upstreamTo(origin, limits)
    .send(request(method))
    .catch((cause: unknown) => cause);
  if (!(error instanceof ProxyError))
    throw new Error('The request did not fail as a ProxyError.', { cause: error });
  return { type: error.problem.type.split(':').at(-1), reached: error.problem.reached };
}

/** The origin of a TCP server that handles each connection with `onConnection`. */
function startTcp(onConnection: Parameters<typeof createTcpServer>[1]) {
  return listenForTest(createTcpServer(onConnection));
}

test('a closed port means that nothing was sent', async () => {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address());
  await new Promise((resolve) => server.close(resolve));
  expect(await failureOf(`http://127.0.0.1:${port}`)).toEqual({ type: 'unreachable', reached: 'no' });
});

test('a name that does not exist means that nothing was sent', async () => {
  // A name server may take longer to report an unknown name than a test may last.
  expect(await failureOf('http://no-such-host.invalid', 'POST', impatient)).toEqual({
    type: 'unreachable',
    reached: 'no',
  });
});

test('a TLS handshake that fails, hangs or is cut off means that nothing was sent', async () => {
  const withoutCertificate = await listenForTest(createTlsServer());
  const silent = await startTcp((socket) => socket.on('error', () => undefined).resume());
  const cutting = await startTcp((socket) => socket.on('data', () => socket.resetAndDestroy()));
  for (const origin of [withoutCertificate, silent, cutting]) {
    expect(await failureOf(origin.replace('http:', 'https:'), 'POST', impatient)).toEqual({
      type: 'unreachable',
      reached: 'no',
    });
  }
});

test.each(['GET', 'POST'])(
  'a connection that closes after the %s may have been processed',
  async (method) => {
    const closing = await startTcp((socket) => socket.on('data', () => socket.end()));
    const resetting = await startTcp((socket) => socket.on('data', () => socket.resetAndDestroy()));
    for (const origin of [closing, resetting]) {
      expect(await failureOf(origin, method)).toEqual({ type: 'cut', reached: 'unknown' });
    }
  },
);

test.each([
  ['a body shorter than its length', 'content-length: 100\r\n\r\n{"id":'],
  ['chunks without an end', 'transfer-encoding: chunked\r\n\r\n4\r\n{"id\r\n'],
])('an incomplete response is a failure: %s', async (_name, rest) => {
  const origin = await startTcp((socket) =>
    socket.on('data', () => socket.end(`HTTP/1.1 201 Created\r\n${rest}`)),
  );
  expect(await failureOf(origin)).toEqual({ type: 'cut', reached: 'unknown' });
});

test('a response that does not start or end times out', async () => {
  const silent = await startTcp((socket) => socket.on('error', () => undefined).resume());
  const dripping = await startTcp((socket) => {
    socket.on('error', () => undefined).write('HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n');
    const timer = setInterval(() => socket.write('x'), 10);
    socket.on('close', () => clearInterval(timer));
  });
  for (const origin of [silent, dripping]) {
    expect(await failureOf(origin, 'POST', impatient)).toEqual({ type: 'timeout', reached: 'unknown' });
  }
});

test('a redirect is not followed', async () => {
  const elsewhere = await startTarget();
  const target = await startTarget((_request, response) => {
    response.writeHead(307, { location: `${elsewhere.origin}/x` }).end();
  });
  expect(await failureOf(target.origin)).toEqual({ type: 'redirected', reached: 'unknown' });
  expect(elsewhere.requests).toEqual([]);
});

test.each([600, 999])('an undefined status code is returned with its body: %i', async (status) => {
  const origin = await startTcp((socket) =>
    socket.on('data', () => socket.end(`HTTP/1.1 ${status} Odd\r\ncontent-length: 3\r\n\r\nwhy`)),
  );
  const answer = await upstreamTo(origin).send(request('GET'));
  expect([answer.status, Buffer.from(answer.body).toString()]).toEqual([status, 'why']);
});

test.each(['000', '099', '101'])('a status below 200 is not a response: %s', async (status) => {
  const origin = await startTcp((socket) =>
    socket.on('data', () => socket.end(`HTTP/1.1 ${status} Odd\r\ncontent-length: 3\r\n\r\nwhy`)),
  );
  expect(await failureOf(origin, 'GET')).toEqual({ type: 'cut', reached: 'unknown' });
});

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH\r\n'],
  ['a control character in a header', 'HTTP/1.1 201 Created\r\nx-request-id: a\x01b\r\n\r\n'],
  ['a chunk without a length', 'HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
])('a response that is not HTTP is reported: %s', async (_name, answer) => {
  const origin = await startTcp((socket) => socket.on('data', () => socket.write(answer)));
  expect(await failureOf(origin)).toEqual({ type: 'malformed', reached: 'unknown' });
});

test('a response above the limit is not forwarded', async () => {
  const target = await startTarget((_request, response) => response.end('x'.repeat(patient.answerSize + 1)));
  expect(await failureOf(target.origin, 'GET')).toEqual({ type: 'too-large', reached: 'unknown' });
});

test('a response keeps its room in the budget until it is processed', async () => {
  const target = await startTarget((_request, response) => response.end('a'.repeat(100)));
  const budget = createAnswerBudget({ bytes: 150, freeBytes: 0, waitTimeout: 1, stall: 1000, stalls: 60 });
  let finish = (): void => undefined;
  const slow = createUpstream(target.origin, {
    budget,
    revise: (answer) =>
      new Promise((resolve) => (finish = () => resolve({ ...answer, body: Buffer.from('revised') }))),
  });
  const other = createUpstream(target.origin, { budget });
  onTestFinished(async () => void (await Promise.all([slow.close(), other.close()])));
  const unrevised = finish;
  const first = slow.send(request('GET'));
  await expect.poll(() => finish !== unrevised).toBe(true);
  await expect(other.send(request('GET'))).rejects.toMatchObject({ problem: { status: 503 } });
  finish();
  expect(Buffer.from((await first).body).toString()).toBe('revised');
  expect((await other.send(request('GET'))).body).toHaveLength(100);
});

test('a create request is sent once, however its connection ends', async () => {
  let arrived = 0;
  const origin = await startTcp((socket) =>
    socket.on('data', (data) => {
      arrived += data.toString().startsWith('POST') ? 1 : 0;
      socket.resetAndDestroy();
    }),
  );
  await failureOf(origin);
  expect(arrived).toBe(1);
});

test('a connection is reused immediately, and not after it was idle', async () => {
  const connections: unknown[] = [];
  const target = await startTarget((_request, response) => {
    connections.push(response.socket);
    response.end('{}');
  });
  const upstream = upstreamTo(target.origin);
  await upstream.send(request('POST'));
  // A connection accepts the next request one turn of the event loop after its answer.
  await setImmediate();
  await upstream.send(request('POST'));
  const idleSocket: Socket = Object(connections[1]);
  await expect.poll(() => idleSocket.destroyed, { timeout: 30_000 }).toBe(true);
  await upstream.send(request('POST'));
  const [first, second, third] = connections;
  expect(second).toBe(first);
  expect(third).not.toBe(second);
});

test('a read is canceled when its client disconnects, and a create is completed', async () => {
  let leave: () => void = () => undefined;
  const target = await startTarget((_request, response) => {
    leave();
    setTimeout(() => response.end('{}'), 20);
  });
  const upstream = upstreamTo(target.origin);
  const sendAndLeave = (method: string) => {
    const abort = new AbortController();
    leave = () => abort.abort();
    return upstream.send({ ...request(method), signal: abort.signal });
  };
  await expect(sendAndLeave('GET')).rejects.toThrow(ProxyError);
  expect(await sendAndLeave('POST')).toMatchObject({ status: 200 });
});
