/** Runs actions, except those that come while one is running, such as by a second Enter. */
export function createOneAtATime() {
  let isRunning = false;
  return async (action: () => Promise<void>): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      await action();
    } finally {
      isRunning = false;
    }
  };
}
