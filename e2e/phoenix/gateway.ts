import { type IncomingMessage, type ServerResponse, request } from 'node:http';
import { createServer } from 'node:https';
import { user } from './start-phoenix.ts';

export interface Gateway {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * A gateway like that of Azure HDInsight: TLS, basic authentication with the cluster login, and `/hbasephoenix` with
 * a node number.
 */
export async function startGateway(
  keyStore: Buffer,
  port: number,
  queryServerPort: number,
): Promise<Gateway> {
  const server = createServer({ pfx: keyStore, passphrase: user.password }, (incoming, outgoing) => {
    const expected = `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
    if (incoming.headers.authorization !== expected) {
      outgoing.setHeader('www-authenticate', 'Basic realm="Gateway"');
      return refuse(outgoing, 401);
    }
    if (!/^\/hbasephoenix\d+\/?$/.test(incoming.url ?? '')) return refuse(outgoing, 404);
    passOn(incoming, outgoing, queryServerPort);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gateway has no port.');
  return {
    port: address.port,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { authorization: _, ...headers } = incoming.headers;
  const passed = request({ host: '127.0.0.1', port, method: incoming.method, path: '/', headers });
  passed.once('response', (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.once('error', () => refuse(outgoing, 502));
  incoming.pipe(passed);
}

function refuse(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { 'content-type': 'text/html' });
  outgoing.end(`<html><body><h1>${status}</h1></body></html>`);
}
