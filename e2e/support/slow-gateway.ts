import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import { text } from 'node:stream/consumers';
import { emulatorPort } from './ports.ts';

/** A gateway before the local Flow Service that holds the answer to a create back for so long. */
export async function startSlowGateway(milliseconds: number) {
  const server = createServer(async (incoming, answer) => {
    const { method, url: path = '', headers } = incoming;
    const body = await text(incoming);
    const isCreate = method === 'POST' && path.endsWith('/connections');
    forward({ host: '127.0.0.1', port: emulatorPort, method, path, headers }, (answered) => {
      setTimeout(
        () => {
          answer.writeHead(answered.statusCode ?? 502, { ...answered.headers, connection: 'close' });
          answered.pipe(answer);
        },
        isCreate ? milliseconds : 0,
      );
    }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
