import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openBrowser } from './open-browser.ts';

const address = 'http://localhost:4173';

/** A program in place of the one that opens a browser. */
async function run(script: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
}

describe('what the demo says about the browser', () => {
  it('a browser opened when the program ended well', async () => {
    expect(await openBrowser(address, () => run(''), 60_000)).toBe(`Opened ${address} in your browser.`);
  });

  it('a browser opened when the program keeps running', async () => {
    const program = await run('setInterval(() => {}, 1000)');
    expect(await openBrowser(address, () => Promise.resolve(program), 50)).toContain('Opened');
    program.kill();
  });

  it.each([
    ['fails', () => run('process.exit(3)')],
    ['does not start', () => Promise.reject(new Error('spawn xdg-open ENOENT'))],
    [
      'has already failed',
      async () => {
        const program = await run('process.exit(3)');
        await once(program, 'exit');
        return program;
      },
    ],
  ])('the address to open when the program %s', async (_, open) => {
    expect(await openBrowser(address, open, 60_000)).toBe(
      `No browser was opened. Open ${address} in a browser.`,
    );
  });
});
