import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runStep } from './run-step.ts';

/** Whether packages of the system can be installed here without a question: on Debian and what is built on it. */
export function canInstallPackages(): boolean {
  return findAdministrator() !== null;
}

/** @throws when apt-get fails or takes too long, with the reason in one line. */
export async function installPackages(...names: readonly string[]): Promise<void> {
  await runAptGet('update');
  await runAptGet('install', '--yes', '--no-install-recommends', ...names);
}

/** What starts a program with the rights to install packages and asks for no password; null where nothing does. */
function findAdministrator(): readonly [string, ...string[]] | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['env'];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n', 'env'] : null;
}

async function runAptGet(...parameters: readonly string[]): Promise<void> {
  const [program, ...start] = findAdministrator() ?? ['env'];
  // What runs by sudo can be stopped only from there.
  const limit = ['timeout', '--kill-after=30', '300'];
  // On a new machine the system’s own updates may hold the lock for some minutes.
  const options = ['-o', 'DPkg::Lock::Timeout=120'];
  const command = ['DEBIAN_FRONTEND=noninteractive', ...limit, 'apt-get', ...options, ...parameters];
  await runStep(program, [...start, ...command]);
}
