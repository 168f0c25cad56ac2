import type { ChildProcess } from 'node:child_process';

/** Milliseconds in which a program that finds no browser ends. A browser that opens may keep it running. */
const waitTimeout = 2000;

/** Opens an address in a browser and says what happened. `open` starts the system's program that does it. */
export async function openBrowser(
  address: string,
  open: (address: string) => Promise<ChildProcess>,
  timeout = waitTimeout,
): Promise<string> {
  return (await isOpened(address, open, timeout))
    ? `Opened ${address} in your browser.`
    : `No browser was opened. Open ${address} in a browser.`;
}

async function isOpened(
  address: string,
  open: (address: string) => Promise<ChildProcess>,
  timeout: number,
): Promise<boolean> {
  try {
    const program = await open(address);
    if (program.exitCode !== null) return program.exitCode === 0;
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), timeout);
      const end = (isDone: boolean) => {
        clearTimeout(timer);
        resolve(isDone);
      };
      program.once('exit', (code) => end(code === 0));
      program.once('error', () => end(false));
    });
  } catch {
    return false;
  }
}
