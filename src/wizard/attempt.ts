import type { Access } from '../platform/access.tsx';

/** Where a connection is made: what another place holds is none of its business. */
export interface Place {
  readonly sandbox: string;
  /** null: the server's own. */
  readonly organizationId: string | null;
}

/** What must be remembered of a creating request to find out what became of it. It holds no secret. */
export interface Attempt extends Place {
  readonly name: string;
  readonly specId: string;
  /** The connections of that name that were there before. */
  readonly knownIds: readonly string[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /**
   * `sent`: no answer came while the page was there; `lost`: its answer was lost; `dropped`: the person left it at
   * that, and it may come all the same.
   */
  readonly fate: 'sent' | 'lost' | 'dropped';
}

export function toPlace({ credentials, sandbox }: Access): Place {
  return { sandbox, organizationId: credentials?.organizationId ?? null };
}

/** The attempt of a place whose outcome is not known; there is one at the most. */
export function findAttempt(attempts: readonly Attempt[], place: Place): Attempt | null {
  return attempts.find((attempt) => isIn(attempt, place)) ?? null;
}

/** The attempts after that of a place was replaced; null for none. */
export function replaceAttempt(
  attempts: readonly Attempt[],
  place: Place,
  attempt: Attempt | null,
): readonly Attempt[] {
  const others = attempts.filter((other) => !isIn(other, place));
  return attempt === null ? others : [...others, attempt];
}

function isIn(attempt: Attempt, { sandbox, organizationId }: Place): boolean {
  return attempt.sandbox === sandbox && attempt.organizationId === organizationId;
}
