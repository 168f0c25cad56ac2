const probe = 'probe';

/** What outlives a load of the page in this tab; null where the browser keeps nothing for it. */
export function readTabStorage(): Storage | null {
  try {
    const { sessionStorage } = window;
    // Some browsers have it and refuse to store anything.
    sessionStorage.setItem(probe, '');
    sessionStorage.removeItem(probe);
    return sessionStorage;
  } catch {
    return null;
  }
}
