import type * as z from 'zod/mini';

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

/** Keeps a value in this tab. A browser that refuses to store, or has no room left, keeps none. */
export function writeToTab(storage: Storage | null, key: string, value: unknown): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // What it holds is in memory all the same.
  }
}

/** What was kept in this tab; null where there is none, or one that is damaged or of another version. */
export function readFromTab<Value>(
  storage: Storage | null,
  key: string,
  schema: z.ZodMiniType<Value>,
): Value | null {
  try {
    return schema.parse(JSON.parse(storage?.getItem(key) ?? ''));
  } catch {
    return null;
  }
}
