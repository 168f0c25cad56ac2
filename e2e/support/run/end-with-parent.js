import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Whatever imports this ends soon after the program that started it, and so do all programs on Node.js that it starts. A
 * program that is killed cannot stop the servers and runners below it, and one that is left behind holds its port.
 *
 * This is JavaScript, because Node.js loads it before anything that reads TypeScript.
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

/** npm and Playwright start programs by a shell, which on Debian waits for the program and does not end with them. */
function findStarter(parent) {
  try {
    const [, name, starter] = /^\d+ \((.*)\) \S (\d+) /.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'));
    return name === 'sh' ? Number(starter) : parent;
  } catch {
    // Elsewhere the shell becomes the program.
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
