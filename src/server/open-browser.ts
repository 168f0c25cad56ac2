import { spawn } from 'node:child_process';

/** What shows an address to the person at the machine. */
const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
};

/** Opens a page in the usual browser. Without one nothing happens: the address was printed. `BROWSER=none`: not at all. */
export function openBrowser(url: string): void {
  if (process.env['BROWSER'] === 'none') return;
  const [command, ...parameters] = openers[process.platform] ?? ['xdg-open'];
  spawn(command, [...parameters, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
