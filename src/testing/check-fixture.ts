import { type IncomingMessage, type ServerResponse, createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { type Authority, type CertificateFault, createAuthority } from '../emulator/cluster/certificates.ts';
import type { CheckEvent, CheckRequest } from '../flow-service/schemas/connection-check.ts';
import { checkConnection } from '../query-server/check/check-connection.ts';
import { type CheckRoute, dialedRoute } from '../query-server/check/check-route.ts';
import type { DialPolicy } from '../query-server/dial/dial-policy.ts';
import { writeMessage } from '../query-server/wire-message.ts';
import { closedPolicy } from './closed-policy.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';

/** For tests: the password of every check. */
export const password = 'marked-password-7f3a';

/** For tests: a check of a server on this computer. */
export const checkedRequest: CheckRequest = {
  protocol: 'phoenix',
  host: 'db.example',
  port: 8765,
  path: '/',
  isEncrypted: false,
  credentials: { username: 'admin', password },
};

/** Resolves every name to these addresses: first to the first list, then to the next one. */
export function lookupOf(...answers: (readonly string[])[]) {
  let count = 0;
  return {
    count: () => count,
    lookup: (_host: string) => {
      const addresses = answers[Math.min(count, answers.length - 1)] ?? [];
      count += 1;
      return Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
  };
}

const toLoopback = lookupOf(['127.0.0.1']).lookup;

interface Changes {
  readonly policy?: DialPolicy;
  readonly lookup?: typeof toLoopback;
  readonly ca?: string;
  readonly signal?: AbortSignal;
  readonly limits?: { readonly stage: number; readonly whole: number };
}

/** For tests: a check that resolves every name to this computer. */
export function check(
  changes: Partial<CheckRequest>,
  {
    policy = closedPolicy,
    lookup = toLoopback,
    ca,
    signal = new AbortController().signal,
    limits,
  }: Changes = {},
): AsyncGenerator<CheckEvent> {
  const dialed = dialedRoute({ policy, lookup });
  const route: CheckRoute = ca === undefined ? dialed : { ...dialed, ca };
  return checkConnection(
    { ...checkedRequest, ...changes },
    { route, signal, ...(limits !== undefined && { limits }) },
  );
}

/** Counts the connections of a server and keeps everything that it receives. */
export function record(server: Server) {
  const sockets = new Set<Socket>();
  const received: Buffer[] = [];
  let count = 0;
  server.on('connection', (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => received.push(bytes));
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return { sockets, count: () => count, received: () => Buffer.concat(received).toString('latin1') };
}

export type Respond = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

export async function startHttp(respond: Respond) {
  const server = createHttpServer(respond);
  // Only the client closes a connection.
  server.keepAliveTimeout = 100_000;
  return { ...record(server), port: await listenOnLoopback(server) };
}

let authority: Promise<Authority> | null = null;

/** An encrypted server, and the authorization of each request that it receives. */
export async function startHttps(fault: CertificateFault, respond: Respond, name = 'db.example') {
  const { certificate: ca, issue } = await (authority ??= createAuthority());
  const authorizations: (string | undefined)[] = [];
  const server = createHttpsServer(issue(name, fault), (incoming, outgoing) => {
    authorizations.push(incoming.headers.authorization);
    respond(incoming, outgoing);
  });
  return { ...record(server), port: await listenOnLoopback(server), ca, authorizations };
}

export const askForSignIn: Respond = (_incoming, outgoing) => {
  outgoing.writeHead(401, { 'www-authenticate': 'Basic realm="Phoenix"' }).end();
};

export const errorMessage = writeMessage('ErrorResponse', {
  errorMessage: `${password} <b>text of the server</b>`,
});
