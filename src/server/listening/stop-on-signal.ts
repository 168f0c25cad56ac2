import { setImmediate } from 'node:timers/promises';
import type { LineWriter } from './line-writer.ts';

/** Milliseconds after which a program that is stopping says why it is still there. */
const explainAfter = 500;

/**
 * Ends the process when it is told to: after a first signal `close` may finish what is under way, a second one ends it
 * at once.
 */
export function stopOnSignal(close: () => Promise<void>, { write, flush }: LineWriter): void {
  let isStopping = false;

  async function stop(): Promise<void> {
    isStopping = true;
    // A request that came before the signal may be read after it: a busy program learns of both at once.
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
 * A signal to npm ends the shell that npm has started and not what runs in it, which would go on and keep its port:
 * calls back when that shell is gone. Returns what ends the watch.
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
