import { ProxyError } from './proxy-error.ts';

/** A browser keeps six connections to a server: room for some dozens of users. */
const usualLimits: Limits = { running: 64, waiting: 256, waitTimeout: 10_000 };

export interface Limits {
  /** How many tasks may run at once. */
  readonly running: number;
  /** How many more may wait for their turn. */
  readonly waiting: number;
  /** Milliseconds that one waits at most. */
  readonly waitTimeout: number;
}

interface Waiter {
  readonly start: () => void;
}

/** Bounds how much is under way at once; what exceeds it waits in line, and the line is bounded too. */
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
      // The place of the one that finished passes on: `running` stays as it is.
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
     * Runs a task as soon as there is room. `signal`: whoever asked has gone, so it need not start.
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
