import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** A connection over which nothing is sent. */
export async function openSocket(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** A connection whose answer is waited for and not read, but for what the system takes. */
export async function openUnread(origin: string, path: string): Promise<Socket> {
  const socket = await openSocket(origin);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\n\r\n`);
  await once(socket, 'readable');
  return socket;
}
