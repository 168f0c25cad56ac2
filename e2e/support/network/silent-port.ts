import { once } from 'node:events';
import { type Socket, createServer } from 'node:net';

/** A port of this computer that accepts connections and sends nothing, and its open connections. */
export async function startSilentPort() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A connection is closed only if what it receives is read.
    socket.resume();
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    sockets,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
