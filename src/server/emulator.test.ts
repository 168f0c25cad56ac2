import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closedPolicy } from '../testing/closed-policy.ts';
import { openDatabase } from '../testing/open-database.ts';
import { startEmulator } from './start-emulator.ts';

/** Runs `npm run emulator`'s script, and collects its output. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/emulator.ts'], {
    env: { ...process.env, HOST: '127.0.0.1', ...environment },
  });
  onTestFinished(() => void child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, output }));
  return { child, ended, printed: () => output };
}

// A long timeout, because each test starts processes and the machine may be busy.
describe('npm run emulator', { timeout: 30_000 }, () => {
  it('prints its address and sample values, and stops on request', async () => {
    const { child, ended, printed } = run({ PORT: '0' });
    while (!printed().includes('\n\n')) await once(child.stdout, 'data');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed())?.[0] ?? '';
    const answer = await fetch(`${url}/local/scenarios`);
    expect(answer.status).toBe(200);
    child.kill('SIGTERM');
    const { code, output } = await ended;
    expect(code).toBe(0);
    expect(output).toMatch(/\{ACCESS_TOKEN\} {2}[\w-]+\.[\w-]+\.[\w-]+\n/);
  });

  it.each([
    ['opens databases while only this computer reaches it', {}, false],
    ['shows samples when HOST opens it to others', { HOST: '0.0.0.0' }, true],
    [
      'opens none on this computer for others, with leave',
      { HOST: '0.0.0.0', ALLOW_CONNECTION_CHECK: '1' },
      false,
    ],
  ])('%s', async (_, settings, isSample) => {
    const { child, printed } = run({ ...settings, PORT: '0' });
    while (!printed().includes('\n\n')) await once(child.stdout, 'data');
    const url = `http://127.0.0.1:${/listens on http:\/\/[\d.]+:(\d+)/.exec(printed())?.[1]}`;
    const api = { baseUrl: `${url}/data/foundation`, localUrl: `${url}/local` };
    // No server listens on this port.
    const outcome = await openDatabase(api, 1).catch(() => false);
    expect(outcome).toBe(isSample);
  });

  it('reports a wrong port in one sentence, and exits with 1', async () => {
    const taken = await startEmulator({ host: '127.0.0.1', policy: closedPolicy, port: 0 });
    const { port } = new URL(taken.url);
    const [ofTaken, ofWrong] = await Promise.all([run({ PORT: port }).ended, run({ PORT: 'http' }).ended]);
    await taken.close();
    expect(ofTaken).toEqual({
      code: 1,
      output: `Port ${port} is taken on 127.0.0.1. Stop the program that uses it, or set PORT to a free port.\n`,
    });
    expect(ofWrong).toEqual({
      code: 1,
      output: 'PORT must be a whole number from 0 to 65535.\n',
    });
  });
});
