import { stripVTControlCharacters } from 'node:util';
import { chromium } from '@playwright/test';
import { packagedEnvironment } from './packaged.ts';
import { findInstalled } from './places.ts';

/**
 * Returns the first of these browsers that starts, or null. An existing file is not enough, because libraries may be
 * missing, and on Ubuntu the program may only print how to install a snap. Prints which browsers are skipped, and
 * why.
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

/** The launch options for the browser found for this run, or else for the first installed one. */
export function chromiumOptions() {
  return optionsFor(findInstalled()[0]);
}

/** Also opens a page, because a browser may be too old for this Playwright. */
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
 * A browser that runs as root has no sandbox. Background network requests are off, because tests may send traffic
 * only to this computer. Without a separate graphics process, the tests need a sixth
 * less time.
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
      '--in-process-gpu',
    ],
  };
}

/** Playwright reports a failed launch with a long text in which the browser's own output is marked. */
function describeFailure(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const said = lines.flatMap((line) => /\[err\] (.+)/.exec(line)?.[1] ?? []);
  return (said[0] ?? lines[0] ?? '').replace('browserType.launch: ', '').trim();
}
