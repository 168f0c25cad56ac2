import { fileURLToPath } from 'node:url';
import { runChild } from './run-child.ts';
import { describeTakenPorts } from './taken-ports.ts';

const config = fileURLToPath(new URL('../../playwright.config.ts', import.meta.url));
const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

/** Runs the browser tests with these Playwright options. Returns whether all passed. */
export async function runBrowserTests(options: readonly string[] = []): Promise<boolean> {
  const taken = await describeTakenPorts();
  if (taken !== null) {
    process.stdout.write(`${taken}\n`);
    return false;
  }
  const parameters = [playwright, 'test', '--config', config, ...options];
  return (await runChild(process.execPath, parameters, 'show')).isPassed;
}
