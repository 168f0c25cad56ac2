import type * as z from 'zod/mini';

const probe = 'probe';

/** The session storage of this tab, or null when the browser does not provide it. */
export function readTabStorage(): Storage | null {
  try {
    const { sessionStorage } = window;
    // Some browsers provide the storage but refuse to write to it.
    sessionStorage.setItem(probe, '');
    sessionStorage.removeItem(probe);
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Stores a value in this tab. Nothing is stored when the browser refuses to or has no room left. */
export function writeToTab(storage: Pick<Storage, 'setItem'> | null, key: string, value: unknown): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // The value remains available in memory.
  }
}

/** Reads a value stored in this tab, or null when it is missing, damaged or of another version. */
export function readFromTab<Value>(
  storage: Pick<Storage, 'getItem'> | null,
  key: string,
  schema: z.ZodMiniType<Value>,
): Value | null {
  try {
    return schema.parse(JSON.parse(storage?.getItem(key) ?? ''));
  } catch {
    return null;
  }
}
