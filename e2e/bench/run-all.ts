import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run bench`: every measurement in a process of its own, one after the other, so that none disturbs another. */
const parts = ['proxy-latency', 'tables', 'routes', 'load', 'typing', 'steps'];

for (const part of parts) {
  const program = join(import.meta.dirname, `${part}.ts`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', program], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
