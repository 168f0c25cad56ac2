import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import * as z from 'zod/mini';
import { test } from '../../support/servers/cleanup.ts';
import { startCommand } from '../../support/servers/start-program.ts';
import { expectStep, press, useDemoCredentials } from '../../support/wizard/wizard.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.optional(z.boolean()), optional: z.optional(z.boolean()) }),
  ),
});

/** Installs the package into an empty folder, with the packages that a production installation has. */
async function install(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  const run = (command: string, ...words: readonly string[]) =>
    execFileSync(command, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  // The page was built before the tests.
  run('npm', 'run', '--silent', 'build:server');
  const file = run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder).trim();
  run('tar', '-xzf', join(folder, file), '-C', folder);
  const { packages } = lockFile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  for (const [path, { dev, optional }] of Object.entries(packages)) {
    if (path === '' || dev === true || optional === true) continue;
    await cp(join(root, path), join(folder, 'package', path), { recursive: true });
  }
  // As npm installs a command.
  await chmod(join(folder, 'package/build/server/start.js'), 0o755);
  await mkdir(join(folder, 'bin'));
  await symlink(join(folder, 'package/build/server/start.js'), join(folder, 'bin/wizard'));
  return folder;
}

test('the installed package starts the wizard with its production dependencies only', async ({
  page,
  cleanup,
}) => {
  const folder = await install();
  cleanup(() => rm(folder, { recursive: true }));
  const app = await startCommand([join(folder, 'bin/wizard')], {}, folder);
  cleanup(app.close);
  expect(app.memory()).toBeLessThan(100);
  await page.goto(app.origin);
  await useDemoCredentials(page);
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');
  expect(await app.stop()).toBe(0);
});
