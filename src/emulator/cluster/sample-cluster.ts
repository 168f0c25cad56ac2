import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer as createHttpServer } from 'node:http';
import { type Socket, connect, createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { TLSSocket, createSecureContext } from 'node:tls';
import { toBasicAuthorization } from '../../query-server/http-transport.ts';
import { explainConnectError } from '../../query-server/explain-socket-error.ts';
import { QueryServerError } from '../../query-server/query-server-error.ts';
import { readMessage, writeMessage } from '../../query-server/wire-message.ts';
import { type ClusterConnection, answerRequest } from './answer-request.ts';
import type { ServerCertificate } from './certificates.ts';
import { type SampleHost, findSampleHost } from './sample-databases.ts';

/** A small Phoenix Query Server on loopback that serves every sample name. */
export interface SampleCluster {
  /** The certificate of the cluster's own authority, in PEM. */
  readonly ca: string;
  readonly port: number;
  /**
   * Opens a connection to the replacement of this host and port.
   * @throws {QueryServerError} when it is not reachable.
   */
  openSocket(host: string, port: number, signal: AbortSignal): Promise<Socket>;
  close(): Promise<void>;
}

interface Visit {
  readonly name: string;
  readonly host: SampleHost;
}

/** Listens on a free loopback port. The server does not keep the process alive. */
export async function startSampleCluster(
  findHost: (host: string, port: number) => SampleHost = findSampleHost,
): Promise<SampleCluster> {
  // Loaded on demand, because most servers never need it.
  const { createAuthority } = await import('./certificates.ts');
  const authority = await createAuthority();
  /** Keyed by name and fault. Cached, because creating a certificate takes longer than the rest of a handshake. */
  const certificates = new Map<string, ServerCertificate>();
  const certify = ({ name, host: { certificateFault } }: Visit): ServerCertificate => {
    const key = `${name} ${certificateFault}`;
    const certificate = certificates.get(key) ?? authority.issue(name, certificateFault);
    if (certificates.size >= 100) certificates.clear();
    certificates.set(key, certificate);
    return certificate;
  };
  /** The requested host of each connection, keyed by the port that the connection comes from. */
  const visits = new Map<number, Visit>();
  const connections = new Map<string, ClusterConnection>();
  const http = createHttpServer((incoming, outgoing) => {
    const visit = visits.get(incoming.socket.remotePort ?? 0);
    if (visit === undefined) return void outgoing.destroy();
    void answer(incoming, outgoing, visit, connections);
  });
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    const port = socket.remotePort ?? 0;
    socket.once('close', () => {
      sockets.delete(socket);
      visits.delete(port);
    });
    socket.on('error', () => undefined);
    socket.once('readable', () => {
      const visit = visits.get(port);
      const first: unknown = socket.read();
      if (visit === undefined || !Buffer.isBuffer(first)) return void socket.destroy();
      socket.unshift(first);
      const certificate = first[0] === handshakeOfTls ? () => certify(visit) : null;
      receive(socket, visit.host, certificate, (ready) => http.emit('connection', ready));
    });
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  listener.unref();
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The sample cluster has no port.');

  return {
    ca: authority.certificate,
    port: address.port,
    async openSocket(name, port, signal) {
      const host = findHost(name, port);
      if (host.network === 'unknown') throw new QueryServerError('hostName', 'hostUnknown');
      if (host.network === 'refused') throw new QueryServerError('network', 'connectionRefused');
      if (host.network === 'silent') throw new QueryServerError('network', 'connectTimedOut');
      const socket = connect({ host: '127.0.0.1', port: address.port });
      // The signal ends only the attempt to connect. As an option of the socket, it would end the connection too.
      await once(socket, 'connect', { signal }).catch((error: unknown) => {
        socket.destroy();
        throw explainConnectError(error, 'network');
      });
      visits.set(socket.localPort ?? 0, { name, host });
      return socket;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        listener.close(() => resolve());
      });
    },
  };
}

/** The first byte that a TLS client sends. */
const handshakeOfTls = 0x16;
/** What Jetty answers to plain HTTP on an encrypted port. */
const alertOfTls = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x50]);

/** @param certify Creates the certificate for a client that encrypts; null for one that does not. */
function receive(
  socket: Socket,
  { encryption, answer: kind }: SampleHost,
  certify: (() => ServerCertificate) | null,
  serve: (socket: Socket) => void,
): void {
  if (certify === null) {
    if (encryption === 'always') socket.end(alertOfTls);
    else if (encryption === 'alwaysWithoutAlert') socket.end();
    else if (kind === 'notHttp') socket.end('SSH-2.0-Sample\r\n');
    else serve(socket);
    return;
  }
  if (encryption === 'never') {
    socket.end('HTTP/1.1 400 Illegal character\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const encrypted = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext(certify()),
  });
  encrypted.on('error', () => undefined);
  encrypted.once('secure', () => serve(encrypted));
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { name: hostName, host }: Visit,
  connections: Map<string, ClusterConnection>,
): Promise<void> {
  const body = await buffer(incoming).catch(() => null);
  if (body === null) return;
  if (host.encryption === 'redirected' && !(incoming.socket instanceof TLSSocket)) {
    return void outgoing.writeHead(301, { location: `https://${hostName}${incoming.url ?? ''}` }).end();
  }
  const refusal = refuse(incoming, host);
  if (refusal !== null) {
    const [status, headers] = refusal;
    outgoing.writeHead(status, { 'content-type': 'text/html;charset=iso-8859-1', ...headers });
    return void outgoing.end(`<html><body><h2>HTTP ERROR ${status}</h2></body></html>`);
  }
  if (host.answer === 'none') return void outgoing.destroy();
  if (host.answer === 'json') {
    outgoing.writeHead(500, { 'content-type': 'application/json;charset=utf-8' });
    return void outgoing.end('{"response":"error","exceptions":["JsonParseException"]}');
  }
  const request = readMessage(body);
  // Only a valid request is passed on to HBase.
  if (host.answer === 'never' && request !== null) return;
  const { status, name, fields } =
    request === null
      ? {
          status: 500,
          name: 'ErrorResponse',
          fields: { errorMessage: 'Cannot fetch parser for Request with missing class' },
        }
      : answerRequest(request, connections, host);
  const message = writeMessage(name, fields);
  if (name === 'OpenConnectionResponse' && host.delay > 0) await wait(host.delay, undefined, { ref: false });
  outgoing.writeHead(status, {
    'content-type': 'application/octet-stream;charset=utf-8',
    'content-length': message.byteLength,
  });
  if (host.answer !== 'cut' || request === null) return void outgoing.end(message);
  outgoing.write(message.subarray(0, message.byteLength / 2), () => outgoing.destroy());
}

/** What a server or its gateway answers before it reads the request; null when the request is accepted. */
function refuse(
  { method, url, headers }: IncomingMessage,
  host: SampleHost,
): [number, Record<string, string>?] | null {
  if (host.signIn === 'forbidden') return [403];
  if (host.signIn === 'kerberos') return [401, { 'www-authenticate': 'Negotiate' }];
  if (host.signIn === 'refused' || (host.signIn === 'any' && !isLetIn(headers.authorization, host))) {
    return [401, { 'www-authenticate': 'basic realm="Phoenix"' }];
  }
  if (host.path !== null && !host.path.test(url ?? '')) return [404];
  if (method !== 'POST') return [400];
  if (host.answer === 'html') return [200];
  return host.answer === 'gatewayError' ? [502] : null;
}

function isLetIn(authorization: string | undefined, { user }: SampleHost): boolean {
  if (user === null) return authorization !== undefined;
  return authorization === toBasicAuthorization(user);
}
