import { ProxyError } from '../../proxy/proxy-error.ts';

const minute = 60_000;
const [maxRunning, maxPerMinute] = [2, 30];

/** Limits how many checks run at once and in a minute, because each one opens connections to another host. */
export function createCheckLimiter(now: () => number) {
  /** When the checks of the last minute started. */
  let started: readonly number[] = [];
  let running = 0;

  return {
    /**
     * Starts a check.
     * @returns Ends it; only the first call counts.
     * @throws {ProxyError} `too-many-checks`
     */
    start(): () => void {
      const time = now();
      started = started.filter((one) => one > time - minute);
      if (running >= maxRunning) {
        throw new ProxyError(
          'too-many-checks',
          `${maxRunning} connection checks are running. Try again when one has finished.`,
        );
      }
      const [first] = started;
      if (first !== undefined && started.length >= maxPerMinute) {
        const seconds = Math.ceil((first + minute - time) / 1000);
        const detail = `This server runs ${maxPerMinute} connection checks in a minute. Try again in ${seconds} s.`;
        throw new ProxyError('too-many-checks', detail, {}, seconds);
      }
      started = [...started, time];
      running += 1;
      let isOver = false;
      return () => {
        if (!isOver) running -= 1;
        isOver = true;
      };
    },
  };
}
