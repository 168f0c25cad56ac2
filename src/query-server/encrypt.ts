import { type Socket, isIP } from 'node:net';
import { type ConnectionOptions, type TLSSocket, connect as connectTls } from 'node:tls';
import { explainConnectError } from './explain-socket-error.ts';
import { QueryServerError } from './query-server-error.ts';

/**
 * Negotiates TLS on a connection.
 * @throws {QueryServerError} of the stage `encryption`.
 */
export function encrypt(
  socket: Socket,
  host: string,
  options: Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized' | 'secureContext'>,
  signal: AbortSignal,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const encrypted = connectTls({
      socket,
      // A server name must not be an address (RFC 6066).
      ...(isIP(host) === 0 ? { servername: host } : { host }),
      ...options,
    });
    const fail = (error: unknown) => {
      socket.destroy();
      reject(explainConnectError(error, 'encryption'));
    };
    const onClose = () => fail(new QueryServerError('encryption', 'noAnswer'));
    const onAbort = () => fail(new QueryServerError('encryption', 'answerTimedOut'));
    if (signal.aborted) onAbort();
    encrypted.once('error', fail);
    encrypted.once('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    encrypted.once('secureConnect', () => {
      encrypted.removeListener('close', onClose);
      encrypted.removeListener('error', fail);
      signal.removeEventListener('abort', onAbort);
      resolve(encrypted);
    });
  });
}
