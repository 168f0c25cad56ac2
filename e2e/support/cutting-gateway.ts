import { createServer, request as forward } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { emulatorPort } from './ports.ts';

/** A gateway before the local Flow Service that can be made to vanish between two requests. */
export async function startCuttingGateway() {
  let isLast = false;
  const server = createServer(async (incoming, answer) => {
    const { method, url: path, headers } = incoming;
    const body = await text(incoming);
    forward({ host: '127.0.0.1', port: emulatorPort, method, path, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, { ...answered.headers, connection: 'close' });
      answered.pipe(answer);
      if (isLast && method === 'GET') server.close();
    }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** The next read is answered, and after it nobody is there any more. */
    vanishAfterNextRead: () => {
      isLast = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
