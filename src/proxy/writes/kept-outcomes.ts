import type { PageAnswer } from '../upstream/page-answer.ts';

/** The stored state of a key whose write has finished, or that was closed before a write came. */
export type Kept =
  | { readonly kind: 'closed' }
  | { readonly kind: 'answered'; readonly fingerprint: string; readonly answer: PageAnswer }
  | { readonly kind: 'failed'; readonly fingerprint: string; readonly error: unknown };

interface Entry {
  readonly kept: Kept;
  readonly size: number;
  /** Milliseconds of `now`. */
  readonly expiresAt: number;
}

/**
 * Stores outcomes by key, all for the same time. It has no limits: the caller checks `count` and `size` before it
 * adds. `now` is a monotonic clock in milliseconds.
 */
export function createKeptOutcomes(lifetime: number, now: () => number) {
  // In the order of insertion, which is also the order of expiry.
  const entries = new Map<string, Entry>();
  let size = 0;

  function dropExpired(): void {
    for (const [key, entry] of entries) {
      if (entry.expiresAt > now()) return;
      entries.delete(key);
      size -= entry.size;
    }
  }

  return {
    dropExpired,
    get(key: string): Kept | null {
      dropExpired();
      return entries.get(key)?.kept ?? null;
    },
    /** The key must be new. */
    add(key: string, kept: Kept): void {
      const entry = { kept, size: sizeOf(kept), expiresAt: now() + lifetime };
      entries.set(key, entry);
      size += entry.size;
    },
    count: () => entries.size,
    /** Total bytes of the answers. */
    size: () => size,
  };
}

/** Bytes of an answer's content. The overhead of each key is limited by the number of keys. */
export function answerSize({ headers, body }: PageAnswer): number {
  return Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    body.length,
  );
}

function sizeOf(kept: Kept): number {
  return kept.kind === 'answered' ? answerSize(kept.answer) : 0;
}
