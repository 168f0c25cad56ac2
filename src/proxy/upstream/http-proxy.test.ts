import { type IncomingMessage, createServer as createHttpServer } from 'node:http';
import { type Socket, createServer as createTcpServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type HttpProxy, isProxied } from './http-proxy.ts';
import { ProxyError } from '../proxy-error.ts';
import { listenForTest, startTarget } from '../test-target.ts';
import { createUpstream } from './upstream.ts';

const limits = { connectTimeout: 300, answerTimeout: 5000, reuseTimeout: 200, answerSize: 1000 };
const gateway = 'https://gateway.test:8443';

/** An HTTP proxy that handles CONNECT requests with `onConnect`. It never connects to another machine. */
async function startHttpProxy(onConnect: (socket: Socket, request: IncomingMessage) => void) {
  const wishes: { target: string; authorization: string | undefined }[] = [];
  const server = createHttpServer();
  const sockets = new Set<Socket>();
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    // A socket notices the end of the other side only while it reads. It then ends too.
    socket
      .on('error', () => undefined)
      .on('end', () => socket.end())
      .on('close', () => sockets.delete(socket))
      .resume();
    wishes.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    onConnect(socket, request);
  });
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  return { origin: await listenForTest(server), wishes, sockets };
}

function through(origin: string, more: Partial<HttpProxy> = {}): HttpProxy {
  return { origin, authorization: null, exceptions: [], ...more };
}

/** The proxy's error for a request that failed. */
async function failureOf(
  origin: string,
  httpProxy: HttpProxy,
  signal = new AbortController().signal,
  connectTimeout = limits.connectTimeout,
) {
  const upstream = createUpstream(origin, { httpProxy, limits: { ...limits, connectTimeout } });
  onTestFinished(() => upstream.close());
  const request = { method: 'POST', path: '/x', headers: {}, body: Buffer.from('{}'), signal };
  const error: unknown = await upstream.send(request).catch((cause: unknown) => cause);
  if (!(error instanceof ProxyError)) throw new Error('It did not fail as a ProxyError.', { cause: error });
  const { type, reached, detail } = error.problem;
  return { type: type.split(':').at(-1), reached, detail };
}

const refuse = (status: string) => (socket: Socket) => void socket.end(`HTTP/1.1 ${status}\r\n\r\n<html>`);
const signIn = `Basic ${Buffer.from('me:secret-of-the-proxy').toString('base64')}`;

test.each([
  ['never responds', () => undefined, null, 'did not respond in time'],
  [
    'never completes its response',
    (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\nx: '),
    null,
    'did not respond in time',
  ],
  ['closes', (socket: Socket) => void socket.end(), null, 'cannot be reached (ECONNRESET)'],
  ['speaks no HTTP', (socket: Socket) => void socket.end('SSH-2.0\r\n'), null, 'cannot be reached (HPE_'],
  ['asks for a sign-in', refuse('407 Proxy Authentication Required'), null, 'requires sign-in (407)'],
  ['rejects the sign-in', refuse('407 Wrong'), signIn, 'does not accept the username and password'],
  ['rejects the host', refuse('403 Forbidden'), null, 'to gateway.test:8443 and responded with 403'],
  [
    'does not find the host',
    refuse('502 Bad Gateway'),
    signIn,
    'to gateway.test:8443 and responded with 502',
  ],
])(
  'an HTTP proxy that %s is reported, and nothing was sent',
  async (_name, onConnect, authorization, words) => {
    const proxy = await startHttpProxy(onConnect);
    const failure = await failureOf(gateway, through(proxy.origin, { authorization }));
    expect(failure).toMatchObject({ type: 'unreachable', reached: 'no' });
    expect(failure.detail).toContain(`The HTTP proxy ${new URL(proxy.origin).host} of HTTPS_PROXY `);
    expect(failure.detail).toContain(words);
    expect(failure.detail).not.toContain('secret');
    expect(failure.detail).not.toContain(signIn);
    expect(proxy.wishes).toEqual([
      { target: 'gateway.test:8443', authorization: authorization ?? undefined },
    ]);
    await expect.poll(() => proxy.sockets.size, { timeout: 30_000 }).toBe(0);
  },
);

test('an unreachable HTTP proxy is reported', async () => {
  const server = createTcpServer();
  const origin = await listenForTest(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await failureOf(gateway, through(origin))).toEqual({
    type: 'unreachable',
    reached: 'no',
    detail: `The HTTP proxy ${new URL(origin).host} of HTTPS_PROXY cannot be reached (ECONNREFUSED).`,
  });
});

test('an HTTP proxy whose TLS handshake hangs or fails is reported', async () => {
  const silent = await listenForTest(createTcpServer((socket) => void socket.resume()));
  const plain = await listenForTest(createHttpServer());
  for (const [origin, words] of [
    [silent, 'did not respond in time'],
    [plain, 'cannot be reached (EPROTO)'],
  ] as const) {
    const failure = await failureOf(gateway, through(origin.replace('http:', 'https:')));
    expect(failure).toMatchObject({ type: 'unreachable', reached: 'no' });
    expect(failure.detail).toContain(words);
  }
});

test('TLS starts inside the tunnel, and a handshake that hangs times out', async () => {
  let first: Buffer | null = null;
  const proxy = await startHttpProxy((socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.on('data', (data: Buffer) => {
      first ??= data;
    });
  });
  // Long enough to open the tunnel on a busy machine too. Only the handshake in the tunnel must time out.
  const failure = await failureOf('https://gateway.test', through(proxy.origin), undefined, 3000);
  expect(failure).toMatchObject({ type: 'unreachable', reached: 'no' });
  expect(proxy.wishes).toEqual([{ target: 'gateway.test:443', authorization: undefined }]);
  // The client's hello contains the host name. Nothing of the request has been sent.
  expect(String(first)).toContain('gateway.test');
  expect(String(first)).not.toContain('/x');
  await expect.poll(() => proxy.sockets.size, { timeout: 30_000 }).toBe(0);
});

test.each([
  ['closes', (socket: Socket) => void socket.end()],
  ['breaks', (socket: Socket) => void socket.resetAndDestroy()],
  ['has no TLS behind it', (socket: Socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
])('a tunnel that %s when it opens means that nothing was sent', async (_name, onOpen) => {
  const proxy = await startHttpProxy((socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n', () => onOpen(socket));
  });
  const failure = await failureOf(gateway, through(proxy.origin));
  expect(failure).toMatchObject({ type: 'unreachable', reached: 'no' });
  expect(failure.detail).toMatch(/^The connection to the service failed \((ECONN|EPROTO|ERR_SSL)/);
  await expect.poll(() => proxy.sockets.size, { timeout: 30_000 }).toBe(0);
});

test('this computer and the hosts in NO_PROXY are reached without the HTTP proxy', async () => {
  const proxy = await startHttpProxy(refuse('403 Forbidden'));
  const target = await startTarget();
  const upstream = createUpstream(target.origin, { httpProxy: through(proxy.origin), limits });
  onTestFinished(() => upstream.close());
  const signal = new AbortController().signal;
  await upstream.send({ method: 'GET', path: '/', headers: {}, body: null, signal });
  const { port } = new URL(target.origin);
  await failureOf(`https://127.0.0.1:${port}`, through(proxy.origin));
  await failureOf(`https://localhost:${port}`, through(proxy.origin));
  await failureOf('https://gateway.invalid', through(proxy.origin, { exceptions: ['.INVALID'] }));
  expect(proxy.wishes).toEqual([]);
});

test.each([
  ['https://platform.adobe.io', [], true],
  ['https://platform.adobe.io', ['*'], false],
  ['https://platform.adobe.io', ['adobe.io'], false],
  ['https://platform.adobe.io', ['.adobe.io'], false],
  ['https://platform.adobe.io', ['*.Adobe.IO'], false],
  ['https://platform.adobe.io', ['platform.adobe.io'], false],
  ['https://platform.adobe.io', ['platform.adobe.io:443'], false],
  ['https://platform.adobe.io', ['platform.adobe.io:8443', 'dobe.io', 'form.adobe.io', '.io.'], true],
  ['https://platform.adobe.io:8443', ['adobe.io:8443'], false],
  ['https://adobe.io', ['.adobe.io'], false],
  ['https://10.1.2.3', ['10.0.0.0/8'], false],
  ['https://10.1.2.3', ['10.1.2.3'], false],
  ['https://10.1.2.3', ['11.0.0.0/8', '10.0.0.0/99', '::/0', '10.1.2.0/x', '/', '10.1.2'], true],
  ['https://[fd00::1]', ['fd00::/8'], false],
  ['https://[fd00::1]', ['fd00::1'], false],
  ['https://[fd00::1]', ['[fd00::1]'], false],
  ['https://[fd00::1]:8443', ['[fd00::1]:8443'], false],
  ['https://[fd00::1]', ['[fd00::1]:8443', '0.0.0.0/0'], true],
  ['https://localhost:8443', [], false],
  ['https://127.0.0.2', [], false],
  ['https://[::1]', [], false],
  ['http://platform.adobe.io', [], false],
])('%s with NO_PROXY of %j goes through the HTTP proxy: %s', (origin, exceptions, expected) => {
  expect(isProxied(origin, through('http://127.0.0.1:3128', { exceptions }))).toBe(expected);
});
