import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readEnvironment } from './read-environment.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'environment-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('what the shell sets wins over .env.local', async () => {
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
