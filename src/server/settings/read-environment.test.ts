import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readEnvironment } from './read-environment.ts';
import { SettingsError } from './settings.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'environment-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('the shell overrides .env.local', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, '.env.local'), '# a comment\nAEP_SANDBOX="dev"\nAEP_ORG_ID=from-file\n');
  vi.stubEnv('AEP_ORG_ID', 'from-shell');
  vi.stubEnv('AEP_SANDBOX', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(readEnvironment(folder)).toMatchObject({ AEP_SANDBOX: 'dev', AEP_ORG_ID: 'from-shell' });
});

test('.env.local may be absent', async () => {
  expect(readEnvironment(await newFolder())).toEqual(process.env);
});

/** The message to the person who starts the server. */
function mistakeIn(folder: string): string {
  try {
    readEnvironment(folder);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'none';
}

/** A folder with such a file. None of its variables is set in the shell. */
async function folderWith(content: string | Uint8Array): Promise<string> {
  const folder = await newFolder();
  await writeFile(join(folder, '.env.local'), content);
  for (const name of ['AEP_CLIENT_SECRET', 'AEP_SANDBOX', 'AEP_ORG_ID']) vi.stubEnv(name, undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

test('a folder named .env.local is reported', async () => {
  const folder = await newFolder();
  await mkdir(join(folder, '.env.local'));
  expect(mistakeIn(folder)).toBe('.env.local is a folder but must be a file. Rename or remove it.');
});

test('a setting that Node.js reads at startup is reported in .env.local', async () => {
  const folder = await folderWith('NODE_EXTRA_CA_CERTS=/etc/ssl/corporate.pem');
  expect(mistakeIn(folder)).toMatch(/^NODE_EXTRA_CA_CERTS has no effect in \.env\.local .* in the shell/);
});

test('an unreadable .env.local is reported', async () => {
  const folder = await newFolder();
  await symlink('.env.local', join(folder, '.env.local'));
  expect(mistakeIn(folder)).toBe('.env.local cannot be read (ELOOP). Replace or remove it.');
});

test.each([
  ['UTF-16, as Windows saves it', Buffer.from('\ufeffAEP_SANDBOX=dev', 'utf16le')],
  ['UTF-16 of ASCII alone', Buffer.from('AEP_SANDBOX=dev', 'utf16le')],
  ['Latin-1', Buffer.from('# für uns', 'latin1')],
])('.env.local in another encoding is rejected: %s', async (_name, content) => {
  expect(mistakeIn(await folderWith(content))).toBe(
    '.env.local is not UTF-8 text. Save it as UTF-8 in your editor.',
  );
});

test.each([
  ['blanks', ' AEP_SANDBOX = dev '],
  ['double quotes', 'AEP_SANDBOX="dev"'],
  ['single quotes', "AEP_SANDBOX='dev' # ours"],
  ['backticks', 'AEP_SANDBOX=`dev`'],
  ['a comment', 'AEP_SANDBOX=dev # not prod'],
  ['export', 'export AEP_SANDBOX=dev'],
  ['the line ends of Windows', 'AEP_ORG_ID=x\r\nAEP_SANDBOX=dev\r\n'],
  ['a byte order mark', '\ufeffAEP_SANDBOX=dev'],
  ['no line end', '# first\n\nAEP_SANDBOX=dev'],
])('a value is read with %s', async (_name, content) => {
  expect(readEnvironment(await folderWith(content))).toMatchObject({ AEP_SANDBOX: 'dev' });
});

test.each([`'p8e#x y'`, `"p8e#x y"`, `\`p8e#x y\``])('text in quotes is unchanged: %s', async (written) => {
  expect(readEnvironment(await folderWith(`AEP_CLIENT_SECRET=${written}`))).toMatchObject({
    AEP_CLIENT_SECRET: 'p8e#x y',
  });
});

const hash = "has a # that could start a comment. Put the value in single quotes, '...'.";

test.each([
  ['AEP_CLIENT_SECRET=p8e#hidden', `AEP_CLIENT_SECRET in line 1 of .env.local ${hash}`],
  ['AEP_CLIENT_SECRET=p8e #hidden', `AEP_CLIENT_SECRET in line 1 of .env.local ${hash}`],
  ['AEP_CLIENT_SECRET=#hidden', `AEP_CLIENT_SECRET in line 1 of .env.local ${hash}`],
  ['# a comment\nAEP_SANDBOX=dev#hidden', `AEP_SANDBOX in line 2 of .env.local ${hash}`],
  [
    'AEP_CLIENT_SECRET="p8e\\nhidden"',
    "AEP_CLIENT_SECRET in line 1 of .env.local has a backslash in double quotes, which is ambiguous. Put the value in single quotes, '...'.",
  ],
  [
    'AEP_CLIENT_SECRET="p8e"hidden"',
    'AEP_CLIENT_SECRET in line 1 of .env.local has text after its closing quote. Put the whole value in a different kind of quotes.',
  ],
  [
    "AEP_CLIENT_SECRET='hidden\nAEP_SANDBOX=dev",
    'AEP_CLIENT_SECRET in line 1 of .env.local has no closing quote. Close the quote on the same line.',
  ],
  [
    'AEP_SANDBOX=dev\nAEP_SANDBOX=hidden',
    'AEP_SANDBOX is set again in line 2 of .env.local. Remove one of the lines.',
  ],
  ['AEP_SANDBOX: hidden', 'Line 1 of .env.local is not valid. Write NAME=value, or start the line with #.'],
])('an ambiguous value is rejected and not repeated: %s', async (content, sentence) => {
  expect(mistakeIn(await folderWith(content))).toBe(sentence);
});

test('every mistake has its line', async () => {
  const folder = await folderWith('AEP_CLIENT_SECRET=a#b\nAEP_ORG_ID="x\nnothing\n');
  expect(mistakeIn(folder).split('\n')).toHaveLength(3);
});
