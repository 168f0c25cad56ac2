import { ProxyError } from './proxy-error.ts';

/** A browser opens up to six connections to a server, so these limits are enough for dozens of users. */
const usualLimits: Limits = { running: 64, waiting: 256, waitTimeout: 10_000 };

export interface Limits {
  /** How many tasks may run at once. */
  readonly running: number;
  /** How many more tasks may wait in the queue. */
  readonly waiting: number;
  /** The maximum wait of a task, in milliseconds. */
  readonly waitTimeout: number;
}

interface Waiter {
  readonly start: () => void;
}

/**
 * Limits how many tasks run at once. Further tasks wait in a queue of limited length. p-limit would save 23 lines, but
 * it keeps a canceled task, with the body of its request, until its turn comes: 20,000 of 20,000 in a trial.
 */
export function createLimiter(limits: Limits = usualLimits) {
  const line = new Set<Waiter>();
  let running = 0;

  function takeTurn(signal: AbortSignal): Promise<void> {
    if (running < limits.running) {
      running += 1;
      return Promise.resolve();
    }
    if (line.size >= limits.waiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const leave = () => {
        line.delete(waiter);
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      };
      const giveUp = () => {
        leave();
        reject(busy());
      };
      // The waiting task takes over the place of the finished one, so `running` does not change.
      const waiter: Waiter = {
        start() {
          leave();
          resolve();
        },
      };
      const timer = setTimeout(giveUp, limits.waitTimeout);
      signal.addEventListener('abort', giveUp);
      line.add(waiter);
    });
  }

  function passOn(): void {
    const [next] = line;
    if (next) next.start();
    else running -= 1;
  }

  return {
    /**
     * Runs a task when there is a free place. If `signal` aborts because the caller has gone, the task does not
     * start.
     * @throws {ProxyError} `busy`, and the task was not started.
     */
    async run<Result>(signal: AbortSignal, task: () => Promise<Result>): Promise<Result> {
      await takeTurn(signal);
      try {
        return await task();
      } finally {
        passOn();
      }
    },
  };
}

function busy(): ProxyError {
  return new ProxyError('busy', 'The server is handling too many requests. Try again in a moment.');
}
