import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import './end-with-parent.js';

export interface Ended {
  readonly isPassed: boolean;
  /** The collected output. It is empty when the program printed to the terminal directly. */
  readonly output: string;
}

const running = new Set<ChildProcess>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program that ends with this process, and shows or collects its output. When this process is interrupted, the
 * program is interrupted too, and the promise never resolves, so that nothing else runs.
 */
export function runChild(
  program: string,
  parameters: readonly string[],
  printing: 'show' | 'collect',
): Promise<Ended> {
  if (process.listenerCount('SIGTERM', interrupt) === 0)
    for (const signal of signals) process.on(signal, interrupt);
  const output = printing === 'show' ? 'inherit' : 'pipe';
  const child = spawn(program, parameters, {
    env: {
      ...process.env,
      // The collected output is printed to the terminal at the end, with its colors.
      ...(printing === 'collect' && process.stdout.isTTY && { FORCE_COLOR: '1' }),
    },
    stdio: ['ignore', output, output],
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      if (interruption === null) {
        resolve({ isPassed: code === 0, output: Buffer.concat(chunks).toString('utf8') });
      } else if (running.size === 0) {
        end(interruption);
      }
    });
  });
}

let interruption: NodeJS.Signals | null = null;

/** On SIGINT, programs close what they opened. A second signal, or a timeout, ends all of them at once. */
function interrupt(signal: NodeJS.Signals): void {
  if (interruption !== null || running.size === 0) end(signal);
  interruption = signal;
  for (const child of running) child.kill('SIGINT');
  setTimeout(end, 10_000, signal).unref();
}

/** Ends this process and all remaining programs. */
function end(signal: NodeJS.Signals): void {
  process.stdout.write(`\nInterrupted by ${signal}.\n`);
  process.exit(128 + constants.signals[signal]);
}
