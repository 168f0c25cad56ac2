import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * A program that imports this module ends soon after the program that started it, and so do all Node.js programs that
 * it starts. A killed program cannot stop the servers and runners that it started, and a leftover process keeps its
 * port.
 * This file is JavaScript because Node.js loads it before TypeScript support is available.
 */
const option = `--import=${import.meta.url}`;
const options = process.env.NODE_OPTIONS ?? '';
if (!options.includes(option)) process.env.NODE_OPTIONS = `${options} ${option}`.trim();

if (isMainThread) {
  const parent = process.ppid;
  const starter = findStarter(parent);
  setInterval(() => {
    if (process.ppid !== parent || !isThere(starter)) process.exit(1);
  }, 100).unref();
}

/**
 * npm and Playwright start programs through a shell. On Debian, the shell waits for the program and does not end with
 * them.
 */
function findStarter(parent) {
  try {
    const [, name, starter] = /^\d+ \((.*)\) \S (\d+) /.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'));
    return name === 'sh' ? Number(starter) : parent;
  } catch {
    // On other systems, the shell replaces itself with the program.
    return parent;
  }
}

function isThere(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}
