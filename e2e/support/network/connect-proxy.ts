import { once } from 'node:events';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type Socket, connect } from 'node:net';

interface ProxyOptions {
  /** The target of every tunnel, regardless of the requested host. */
  readonly targetPort: number;
  /** `user:password`, or null when the proxy requires no sign-in. */
  readonly signIn: string | null;
  /** null for plain HTTP. */
  readonly tls: { readonly key: Buffer; readonly cert: Buffer } | null;
}

/** An HTTP proxy on this computer. It records the requested hosts and ports. */
export async function startConnectProxy({ targetPort, signIn, tls }: ProxyOptions) {
  const targets: string[] = [];
  const wanted = signIn === null ? undefined : `Basic ${Buffer.from(signIn).toString('base64')}`;
  const server = tls === null ? createServer() : createSecureServer(tls);
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    targets.push(request.url ?? '');
    client.on('error', () => undefined);
    if (request.headers['proxy-authorization'] !== wanted) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
      return;
    }
    const target = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
  });
  return { port: await listenAnywhere(server), targets, close: () => void server.close() };
}

/** Listens on a free port of this computer. */
export async function listenAnywhere(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
