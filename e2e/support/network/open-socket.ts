import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** Opens a connection and sends nothing. */
export async function openSocket(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Opens a connection, sends a request and does not read the answer. The system still buffers a part of it. */
export async function openUnread(origin: string, path: string): Promise<Socket> {
  const socket = await openSocket(origin);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}
