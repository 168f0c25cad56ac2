import { spawnSync } from 'node:child_process';
import { canInstallPackages, installPackages } from './system-packages.ts';

/**
 * Installs curl if it is missing, because some tests run copied commands. Prints a message when it cannot be
 * installed.
 */
export async function ensureCurl(): Promise<void> {
  if (spawnSync('curl', ['--version'], { stdio: 'ignore' }).status === 0) return;
  try {
    if (!canInstallPackages()) throw new Error('install it with your system’s package manager');
    process.stdout.write('Installing the system’s package curl with apt-get.\n');
    await installPackages('curl');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stdout.write(`curl is not installed (${reason}). Tests that use it will fail.\n`);
  }
}
