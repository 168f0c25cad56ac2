/** Runs so many tasks at a time; more wait in line for their turn. */
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
      // The next task takes this one's place, so the number of running ones stays the same.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
