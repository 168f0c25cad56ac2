/** Limits how many tasks run at once. The other tasks wait in a queue. */
export function createLimiter(maxRunning: number) {
  const line: (() => void)[] = [];
  let running = 0;
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running < maxRunning) running += 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await task();
    } finally {
      const next = line.shift();
      // The next task takes over the place of this one, so the number of running tasks does not change.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
