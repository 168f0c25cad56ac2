import { spawn } from 'node:child_process';

/** The command of each platform that opens an address. */
const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
};

/**
 * Opens a page in the default browser. If there is no browser, nothing happens, because the address was printed.
 * `BROWSER=none` disables it.
 */
export function openBrowser(url: string): void {
  if (process.env['BROWSER'] === 'none') return;
  const [command, ...parameters] = openers[process.platform] ?? ['xdg-open'];
  spawn(command, [...parameters, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
