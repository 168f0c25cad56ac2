import { stripVTControlCharacters } from 'node:util';
import { chromium } from '@playwright/test';
import { packagedEnvironment } from './packaged.ts';
import { findInstalled } from './places.ts';

/**
 * The first of these browsers that starts; null when none does. Being there is not enough: libraries may be missing, and
 * on Ubuntu the program may be a notice that says to install a snap. Says which are passed over, and why.
 */
export async function findStarting(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    try {
      const version = await startOnce(path);
      process.stdout.write(`Test browser: version ${version}, ${path}\n`);
      return path;
    } catch (error) {
      const reason = error instanceof Error ? describeFailure(error.message) : String(error);
      process.stdout.write(`Cannot use browser for tests: ${path} (${reason})\n`);
    }
  }
  return null;
}

/** How to launch the browser that was found for this run, or else the first that is there. */
export function chromiumOptions() {
  return optionsFor(findInstalled()[0]);
}

/** Opens a page too, because a browser may be too old for the Playwright that drives it. */
async function startOnce(executablePath: string): Promise<string> {
  const browser = await chromium.launch({ ...optionsFor(executablePath), timeout: 30_000 });
  try {
    await browser.newPage();
    return browser.version();
  } finally {
    await browser.close();
  }
}

/**
 * As root a browser has no sandbox of its own, and it must not call home, because tests send traffic to this machine
 * only.
 */
function optionsFor(executablePath: string | undefined) {
  return {
    ...(executablePath !== undefined && {
      executablePath,
      env: { ...process.env, ...packagedEnvironment(executablePath) },
    }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}

/** Playwright reports a failed launch by a page of text, with what the browser said marked in it. */
function describeFailure(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const said = lines.flatMap((line) => /\[err\] (.+)/.exec(line)?.[1] ?? []);
  return (said[0] ?? lines[0] ?? '').replace('browserType.launch: ', '').trim();
}
