import { setImmediate } from 'node:timers/promises';
import type { LineWriter } from './line-writer.ts';

/** Milliseconds after which a stopping program explains why it is still running. */
const explainAfter = 500;

/**
 * Ends the process on a signal. After the first signal, `close` may finish pending requests. A second signal ends the
 * process at once.
 */
export function stopOnSignal(close: () => Promise<void>, { write, flush }: LineWriter): void {
  let isStopping = false;

  async function stop(): Promise<void> {
    isStopping = true;
    // A request that came before the signal may be read after it, because a busy program receives both at once.
    for (let turn = 0; turn < 3; turn += 1) await setImmediate();
    const explaining = setTimeout(
      () => write('Finishing open requests, then stopping. Press Ctrl+C to stop now.'),
      explainAfter,
    );
    await close();
    clearTimeout(explaining);
    await flush(500);
    process.exit();
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      void stop();
    });
  }
  onParentGone(() => {
    if (!isStopping) void stop();
  });
}

/**
 * A signal to npm ends the shell that npm has started, but not the program in the shell, which would continue to run
 * and occupy its port. Calls back when the shell has ended. Returns a function that stops the check.
 */
export function onParentGone(callback: () => void): () => void {
  if (process.env['npm_lifecycle_event'] === undefined) return () => undefined;
  const parent = process.ppid;
  const stopWatching = () => clearInterval(timer);
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    stopWatching();
    callback();
  }, 500).unref();
  return stopWatching;
}
