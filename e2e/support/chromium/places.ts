import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { packagedPath } from './packaged.ts';

/**
 * The command names of Chromium and of browsers based on it. The headless shell comes first: it renders the same
 * pages without the code for a screen, and the tests take two thirds of the time.
 */
const commands = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const linux = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/usr/lib/chromium',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
].flatMap((folder) => commands.map((command) => join(folder, command)));

const macos = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
  ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) =>
    join(folder, `${name}.app/Contents/MacOS/${name}`),
  ),
);

const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .flatMap((variable) => process.env[variable] ?? [])
  .flatMap((folder) =>
    [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].map((program) => join(folder, program)),
  );

const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = { linux, darwin: macos, win32: windows };

/** The browsers on this computer that the tests may use, whether they start or not. */
export function findOnMachine(): readonly string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => commands.map((command) => join(folder, `${command}${suffix}`)));
  return onlyExisting([...(usual[process.platform] ?? []), ...onPath]);
}

/** All installed browsers, in the order of preference. */
export function findInstalled(): readonly string[] {
  const named = process.env['CHROMIUM_PATH'];
  return [
    // A configured path is tried even if the file does not exist, so that the mistake is reported.
    ...(named === undefined || named === '' ? [] : [named]),
    ...findPlaywrights(),
    ...findOnMachine(),
    ...onlyExisting([packagedPath]),
  ];
}

/** The browsers that Playwright has downloaded, the headless shell first. */
export function findPlaywrights(): readonly string[] {
  const full = chromium.executablePath();
  // Playwright reports the path of the full browser. The headless shell is in a folder next to it.
  const shells = full.replace(/([\\/])chromium(-\d+)[\\/].*$/, '$1chromium_headless_shell$2');
  const folders = existsSync(shells) ? readdirSync(shells, { withFileTypes: true }) : [];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const inFolders = folders
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      ['chrome-headless-shell', 'headless_shell'].map((program) => join(shells, name, `${program}${suffix}`)),
    );
  return onlyExisting([...inFolders, full]);
}

/** Removes duplicates, because one program can have several names. */
function onlyExisting(paths: readonly string[]): readonly string[] {
  const byFile = new Map<string, string>();
  for (const path of paths.filter((candidate) => existsSync(candidate))) {
    const file = realpathSync(path);
    if (!byFile.has(file)) byFile.set(file, path);
  }
  return [...byFile.values()];
}
