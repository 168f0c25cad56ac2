import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run bench`: runs each measurement in a separate process, one after the other, so that none affects another.
 */
const parts = [
  'proxy-latency',
  'tables',
  'packages',
  'routes',
  'load',
  'typing',
  'steps',
  'many-connections',
];

for (const part of parts) {
  const program = join(import.meta.dirname, `${part}.ts`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', program], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
