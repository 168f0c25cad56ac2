import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { type Server, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { readErrorBody } from '../flow-service/schemas/error-body.ts';
import { environment } from '../flow-service/schemas/environment.ts';
import { createIdempotencyKey } from '../flow-service/idempotency-key.ts';
import { type ProxyOptions, createProxy } from './create-proxy.ts';

/** For tests: a service that records the requests it receives. By default it answers with an empty list. */
export async function startTarget(answer: Answer = answerOk) {
  const requests: RecordedRequest[] = [];
  async function record(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = message;
    const request = { method, url, headers, body: await text(message) };
    requests.push(request);
    answer(request, response);
  }
  const server = createServer((message, response) => void record(message, response));
  return { origin: await listenForTest(server), requests };
}

/** For tests: credentials with which the server gets its own tokens. */
export const serverSecret = {
  kind: 'secret',
  clientId: 'id',
  organizationId: 'o',
  clientSecret: 'secret-of-the-server',
  scopes: 's',
} as const;

export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (request: RecordedRequest, response: ServerResponse) => void;

const answerOk: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[]}');
};

/** For tests: the proxy on a separate port. */
export async function startProxy(gatewayOrigin: string, options: Partial<ProxyOptions> = {}) {
  const lines: string[] = [];
  const proxy = createProxy({
    gatewayOrigin,
    imsOrigin: gatewayOrigin,
    httpProxy: null,
    target: 'other',
    databases: 'real',
    credentials: null,
    sandbox: null,
    listenHost: 'localhost',
    publicOrigin: null,
    log: (line) => lines.push(line),
    now: Date.now,
    ...options,
  });
  onTestFinished(() => proxy.close());
  const server = createServer(getRequestListener((request, bindings) => proxy.fetch(request, bindings)));
  const origin = await listenForTest(server);
  return {
    origin,
    lines,
    /** Calls the proxy directly, without a port. */
    ask: async (path: string, { headers, ...init }: DirectRequest) =>
      proxy.fetch(new Request(`${origin}${path}`, { ...init, headers: { host: 'localhost', ...headers } })),
    /** The key of a new write. */
    createKey: async () => {
      const response = await fetch(`${origin}/api/environment`);
      return createIdempotencyKey(environment.parse(await response.json()).writeNonce);
    },
  };
}

interface DirectRequest extends Pick<RequestInit, 'method' | 'signal'> {
  readonly headers: Readonly<Record<string, string>>;
}

/** The status of an answer of the proxy, its problem, and whether the request may have reached the service. */
export async function problemOf(answer: Response | Promise<Response>) {
  const response = await answer;
  const { type, reached } = readErrorBody(await response.text());
  return [response.status, type?.split(':').at(-1), reached];
}

/** Listens on a free port of this machine until the test has finished. */
export async function listenForTest(server: Server & { closeAllConnections?: () => void }): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections?.();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** Sends raw characters and returns everything that is received until the other side closes. */
export async function sendRaw(origin: string, request: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  return text(socket);
}
