import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';

/** Prints its port, then blocks until it reads a byte, so that it cannot handle events in between. */
const program = `
  import { readSync } from 'node:fs';
  import { createServer } from 'node:http';
  import { createStdoutWriter } from './src/server/listening/line-writer.ts';
  import { listen } from './src/server/listening/listen.ts';
  import { stopOnSignal } from './src/server/listening/stop-on-signal.ts';
  const server = createServer((request, response) => response.end('answered'));
  const { origin, close } = await listen(server, '127.0.0.1', 0);
  stopOnSignal(() => close({ answers: 10_000, lastAnswers: 0, giveUp: () => undefined }), createStdoutWriter());
  process.stderr.write(new URL(origin).port, () => {
    readSync(0, Buffer.alloc(1));
  });
`;

it('a request that came before the signal gets a response, however busy the program is', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const [port] = await once(child.stderr.setEncoding('utf8'), 'data');
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  await new Promise((resolve) => {
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', resolve);
  });
  child.kill('SIGTERM');
  child.stdin.write('!');
  expect(await text(socket)).toContain('answered');
  expect(await ended).toEqual([0, null]);
});
