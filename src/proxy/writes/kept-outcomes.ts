import type { PageAnswer } from '../upstream/page-answer.ts';

/** What is known of a key whose write is over, or that was closed before one came. */
export type Kept =
  | { readonly kind: 'closed' }
  | { readonly kind: 'answered'; readonly fingerprint: string; readonly answer: PageAnswer }
  | { readonly kind: 'failed'; readonly fingerprint: string; readonly error: unknown };

interface Entry {
  readonly kept: Kept;
  readonly size: number;
  /** Milliseconds of the clock. */
  readonly expiresAt: number;
}

/**
 * Keeps outcomes by key, each for the same time. It bounds nothing itself: whoever adds looks at `count` and `size`.
 * `now` is a clock in milliseconds that only goes forward.
 */
export function createKeptOutcomes(lifetime: number, now: () => number) {
  // In the order in which they were added, which is the one in which they expire.
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
    /** Bytes of the answers. */
    size: () => size,
  };
}

/** Bytes of what an answer holds; the few that every key takes are bounded by their number. */
export function answerSize({ headers, body }: PageAnswer): number {
  return Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    body.length,
  );
}

function sizeOf(kept: Kept): number {
  return kept.kind === 'answered' ? answerSize(kept.answer) : 0;
}
