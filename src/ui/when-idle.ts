/** Milliseconds until a browser that cannot tell is taken to be idle. */
const guess = 500;

/** Calls back when the browser has nothing better to do. Returns what calls that off. */
export function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(callback, guess);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback);
  return () => cancelIdleCallback(handle);
}
