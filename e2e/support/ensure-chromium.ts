import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

/** What to do by hand when no Chromium can be found or installed. */
const advice = [
  'No Chromium was found, and none could be installed. Do one of these, then run the tests again:',
  '  - npx playwright install chromium',
  '  - install Chromium or Chrome with your system’s package manager (Debian: apt-get install chromium)',
  '  - set CHROMIUM_PATH to the browser’s executable',
].join('\n');

/**
 * Sees to it that there is a Chromium: one of the machine, else Playwright's own, else, only on a CI machine
 * and as root, Debian's package. Returns its path.
 * @throws when there is none, with what to do by hand.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  process.stdout.write('No Chromium on this machine. Asking Playwright to install its own.\n');
  run('npx', ['playwright', 'install', 'chromium']);
  const installed = findChromium();
  if (installed !== null) return installed;
  if (process.env['CI'] !== undefined && process.getuid?.() === 0) {
    process.stdout.write('That did not work. Installing Debian’s package.\n');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  const packaged = findChromium();
  if (packaged === null) throw new Error(advice);
  return packaged;
}

function run(command: string, parameters: readonly string[]): void {
  spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 });
}
