import { Agent, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { callbackify } from 'node:util';
import { explainExchangeError } from './explain-socket-error.ts';
import { encrypt } from './encrypt.ts';
import { QueryServerError } from './query-server-error.ts';

/** The location of a query server, and the user who signs in. */
export interface QueryServerAddress {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly isEncrypted: boolean;
  /** Sent as BASIC; null sends no credentials. */
  readonly credentials: BasicCredentials | null;
}

interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

export interface TransportOptions {
  /** Opens the TCP connection, for example with {@link dial} and a policy. */
  readonly openSocket: (host: string, port: number, signal: AbortSignal) => Promise<Socket>;
  /** Certificate authorities to trust instead of Node's. */
  readonly ca?: ConnectionOptions['ca'];
  /** The timeout of one request including its answer, in milliseconds. */
  readonly timeout: number;
  /** The timeout of connecting, including TLS; by default the timeout of a request. */
  readonly connectTimeout?: number;
  readonly signal?: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  /** Scheme of `WWW-Authenticate`, in lower case: `basic` if it is one of several; empty when there is none. */
  readonly authentication: string;
  /** The port of the same host that the response redirects to, for HTTPS; null for none. */
  readonly httpsPort: number | null;
  readonly body: Buffer;
}

/** What a request has in place of the values of the address. */
export type RequestChanges = Partial<Pick<QueryServerAddress, 'path' | 'credentials'>>;

export interface Transport {
  post(body: Uint8Array, changes?: RequestChanges): Promise<Reply>;
  close(): void;
}

const maxBodyBytes = 16 * 1024 * 1024;

/**
 * Sends requests to one query server over one persistent connection with `node:http`, because `fetch` refuses some
 * ports and hides the cause of a socket error. Redirects are not followed, and proxy settings of the environment are
 * ignored.
 * @throws {QueryServerError} for every failure.
 */
export function createTransport(address: QueryServerAddress, options: TransportOptions): Transport {
  const agent = createAgent((signal) => openConnection(address, options, signal), options);
  return {
    post: (body, changes) => exchange({ ...address, ...changes }, agent, body, options),
    close: () => agent.destroy(),
  };
}

/** Node's agent requests sockets by callback. Errors keep their type. */
function createAgent(
  open: (signal: AbortSignal) => Promise<Socket>,
  { timeout, connectTimeout = timeout, signal }: TransportOptions,
): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const openWithCallback = callbackify(() => open(either(AbortSignal.timeout(connectTimeout), signal)));
  agent.createConnection = (_options, callback) => {
    if (callback !== undefined) openWithCallback(callback);
    return undefined;
  };
  return agent;
}

/**
 * Opens a TCP connection, with TLS if the address requires it.
 * @throws {QueryServerError}
 */
export async function openConnection(
  { host, port, isEncrypted }: Pick<QueryServerAddress, 'host' | 'port' | 'isEncrypted'>,
  { openSocket, ca }: Pick<TransportOptions, 'openSocket' | 'ca'>,
  signal: AbortSignal,
): Promise<Socket> {
  const socket = await openSocket(host, port, signal);
  return isEncrypted ? encrypt(socket, host, ca === undefined ? {} : { ca }, signal) : socket;
}

async function exchange(
  address: QueryServerAddress,
  agent: Agent,
  body: Uint8Array,
  { timeout, signal }: TransportOptions,
): Promise<Reply> {
  const late = AbortSignal.timeout(timeout);
  const stop = either(late, signal);
  for (;;) {
    const sent: Sent = { isReused: false, hasAnswered: false };
    try {
      return await send(address, agent, body, stop, sent);
    } catch (error) {
      signal?.throwIfAborted();
      if (late.aborted) throw new QueryServerError('queryServer', 'answerTimedOut');
      // A server may close an idle connection just when it is reused, so the request is sent again.
      if (sent.isReused && !sent.hasAnswered && isClosed(error)) continue;
      throw explainExchangeError(error, { ...address, ...sent });
    }
  }
}

/** The progress of a request. */
interface Sent {
  isReused: boolean;
  hasAnswered: boolean;
}

function send(
  { host, port, path, isEncrypted, credentials }: QueryServerAddress,
  agent: Agent,
  body: Uint8Array,
  signal: AbortSignal,
  sent: Sent,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-google-protobuf',
      'content-length': body.byteLength,
      ...(credentials !== null && { authorization: toBasicAuthorization(credentials) }),
    };
    const target = toRequestTarget(path);
    const outgoing = request({ agent, method: 'POST', host, port, path: target, headers, signal });
    outgoing.once('error', (error) => {
      sent.isReused = outgoing.reusedSocket;
      reject(error);
    });
    // Without this listener, a switch to another protocol would end neither in a response nor in an error.
    outgoing.once('upgrade', ({ statusCode: status = 101 }, socket) => {
      socket.destroy();
      reject(new QueryServerError('queryServer', 'notQueryServer', { status }));
    });
    outgoing.once('response', (incoming) => {
      sent.hasAnswered = true;
      readReply(incoming, { host, isEncrypted }).then(resolve, reject);
    });
    outgoing.end(body);
  });
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function either(late: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  return signal === undefined ? late : AbortSignal.any([late, signal]);
}

async function readReply(
  incoming: IncomingMessage,
  address: Pick<QueryServerAddress, 'host' | 'isEncrypted'>,
): Promise<Reply> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming) {
    // No encoding is set, so every chunk is a Buffer.
    if (!Buffer.isBuffer(part)) continue;
    parts.push(part);
    size += part.byteLength;
    if (size > maxBodyBytes) {
      incoming.destroy();
      throw new QueryServerError('queryServer', 'answerTooLarge');
    }
  }
  const status = incoming.statusCode ?? 0;
  const isRedirect = !address.isEncrypted && status >= 300 && status < 400;
  return {
    status,
    contentType: incoming.headers['content-type'] ?? '',
    authentication: readScheme(incoming.headers['www-authenticate'] ?? ''),
    httpsPort: isRedirect ? readHttpsPort(incoming.headers.location ?? '', address.host) : null,
    body: Buffer.concat(parts),
  };
}

/** The port of an address with HTTPS on this host; null for another address. */
function readHttpsPort(location: string, host: string): number | null {
  if (!URL.canParse(location)) return null;
  const { protocol, hostname, port } = new URL(location);
  const isSameHost = hostname.replace(/^\[(.*)\]$/, '$1') === host.toLowerCase();
  return protocol === 'https:' && isSameHost ? Number(port || 443) : null;
}

function readScheme(header: string): string {
  const schemes = [...header.matchAll(/(?:^|,)\s*([a-z]+)(?=[\s,]|$)/gi)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  return schemes.find((name) => name === 'basic') ?? schemes[0] ?? '';
}

/** A request line is ASCII. The buffer replaces halves of surrogate pairs, which cannot be encoded. */
function toRequestTarget(path: string): string {
  return Buffer.from(path)
    .toString()
    .replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** The `Authorization` header of BASIC (RFC 7617). */
export function toBasicAuthorization({ username, password }: BasicCredentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
