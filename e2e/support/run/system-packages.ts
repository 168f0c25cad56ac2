import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runStep } from './run-step.ts';

/** Whether system packages can be installed without a prompt. This works on Debian and systems based on it. */
export function canInstallPackages(): boolean {
  return findAdministrator() !== null;
}

/** @throws when apt-get fails or takes too long, with the reason in one line. */
export async function installPackages(...names: readonly string[]): Promise<void> {
  await runAptGet('update');
  await runAptGet('install', '--yes', '--no-install-recommends', ...names);
}

/** The command that runs a program as administrator without a password, or null if there is none. */
function findAdministrator(): readonly [string, ...string[]] | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['env'];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n', 'env'] : null;
}

async function runAptGet(...parameters: readonly string[]): Promise<void> {
  const [program, ...start] = findAdministrator() ?? ['env'];
  // A program that runs with sudo can be stopped only from there.
  const limit = ['timeout', '--kill-after=30', '300'];
  // On a new computer, the system's own updates may keep the lock for some minutes.
  const options = ['-o', 'DPkg::Lock::Timeout=120'];
  const command = ['DEBIAN_FRONTEND=noninteractive', ...limit, 'apt-get', ...options, ...parameters];
  await runStep(program, [...start, ...command]);
}
