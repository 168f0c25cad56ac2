import { once } from 'node:events';
import { createServer } from 'node:http';

/** A gateway that answers reads with `size` bytes and never answers writes. */
export async function startLargeAnswers(size: number) {
  const answer = Buffer.alloc(size, ' ');
  let writes = 0;
  const server = createServer(({ method }, response) => {
    if (method === 'GET') response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    else writes += 1;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** The number of writes that have arrived. */
    writes: () => writes,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
