import { connect } from 'node:net';

/**
 * Sends a request with exactly this request line, because fetch would normalize the path. Returns the HTTP status of
 * the answer.
 */
export async function sendRaw(port: number, requestLine: string, headers: Record<string, string>) {
  const head = Object.entries({ Host: `localhost:${port}`, Connection: 'close', ...headers });
  const socket = connect({ host: 'localhost', port });
  socket.write(
    `${requestLine} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}
