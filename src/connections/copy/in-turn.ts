import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';

/**
 * Runs work that checks for similar connections and then creates a connection, while no other tab of this browser does
 * so in the same scope. Otherwise, two tabs could both check before either of them creates. Where the browser provides
 * no locks, such as on an insecure origin, the work runs at once.
 * @param onWait Called if the work has to wait for another tab.
 * @param signal Ends the wait, but not the work.
 */
export async function inTurn<Result>(
  scope: ConnectionScope,
  onWait: () => void,
  signal: AbortSignal,
  run: () => Promise<Result>,
): Promise<Result> {
  if (!('locks' in navigator)) return run();
  const { locks } = navigator;
  const name = `connection.copies ${toScopeKey(scope)}`;
  let hasStarted = false;
  const start = () => {
    hasStarted = true;
    return run();
  };
  try {
    const first = await locks.request(name, { ifAvailable: true }, async (lock) =>
      lock === null ? null : { result: await start() },
    );
    if (first !== null) return first.result;
    onWait();
    return await locks.request(name, { signal }, start);
  } catch (error) {
    if (hasStarted || signal.aborted) throw error;
    // A browser that does not let the page store anything also refuses locks.
    return run();
  }
}
