/**
 * The browser asks before it leaves the page, until the returned function is called. Work that continues after the user
 * opened another page of the app uses this, because no component of it remains.
 */
export function warnBeforeUnload(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
