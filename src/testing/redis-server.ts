import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Whether this computer has a Redis server. Debian's package is `redis-server`. */
export const hasRedis = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'redis-server')));

/** For tests: a Redis server on a free port of this computer, which stores nothing on disk. */
export async function startRedis() {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const port = await findFreePort();
  const address = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  let stop: () => Promise<void> = () => Promise.resolve();

  async function start(): Promise<void> {
    const server = spawn('redis-server', [...address, '--save', '', '--appendonly', 'no']);
    const ended = once(server, 'exit');
    stop = async () => {
      server.kill('SIGKILL');
      await ended;
    };
    for await (const words of server.stdout) if (String(words).includes('Ready to accept')) break;
  }

  onTestFinished(async () => {
    await stop();
    await rm(folder, { recursive: true });
  });
  await start();
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(), start };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  if (port === undefined) throw new Error('The server has no port.');
  server.close();
  await once(server, 'close');
  return port;
}
