import type { TestOutcome } from '../../api/connection-test.ts';
import type { Attempt } from '../../create/attempt.ts';
import type { SearchResult } from '../../create/find-created.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';

/** What is known about a copy. */
export type CopyState =
  | { readonly kind: 'due' }
  /** Another tab of this browser creates a copy in its sandbox. Nothing was sent. */
  | { readonly kind: 'blocked' }
  /** The connections of its sandbox are being read. Nothing was sent. */
  | { readonly kind: 'checking' }
  /** The request was sent. */
  | { readonly kind: 'creating' }
  /** The response was lost, and the created connection is searched for. */
  | { readonly kind: 'searching' }
  /** `test` is null until Adobe has tested it. */
  | { readonly kind: 'created'; readonly id: string; readonly test: TestOutcome | null }
  /** It was certainly not created by the last request. */
  | { readonly kind: 'refused'; readonly error: Error }
  /** Nothing was sent, because something is not as it was when the copy was planned. */
  | { readonly kind: 'outdated'; readonly reason: OutdatedReason }
  /**
   * It may exist. `error` says why the search failed. `wasSearched`: whether a search ended; without an error, it found
   * nothing.
   */
  | { readonly kind: 'unknown'; readonly error: Error | null; readonly wasSearched: boolean }
  /** One of these connections may be the copy. */
  | { readonly kind: 'unclear'; readonly ids: readonly string[] };

/**
 * What changed after a copy was planned. `deleted`: the original was deleted or cannot be read. `targetChanged`: the
 * original leads to another target or user, so the secret that was entered is not for it. `similarExists`: a connection
 * that makes the copy unnecessary or confusing was created in its sandbox.
 */
type OutdatedReason = 'deleted' | 'targetChanged' | 'similarExists';

/** Thrown when a copy is not sent. */
export class OutdatedCopyError extends Error {
  readonly reason: OutdatedReason;

  constructor(reason: OutdatedReason) {
    super(`The copy is outdated: ${reason}`);
    this.reason = reason;
  }
}

/** One connection to be created in one sandbox. */
export interface Copy {
  /** The ID of the connection that is copied. */
  readonly originalId: string;
  readonly name: string;
  readonly sandbox: string;
  /** Whether its sandbox had nothing similar when it was planned. */
  readonly isOnly: boolean;
  /** The last request that was sent and may have been carried out. It contains no secret. */
  readonly attempt: Attempt | null;
  readonly state: CopyState;
}

export type CopyPlan = Pick<Copy, 'originalId' | 'name' | 'sandbox' | 'isOnly'>;

/**
 * Why copies are not created. `left`: the user left or closed the page. `user`: the user pressed Stop. `cleared`: the
 * user cleared the secrets. `failed`: an error concerns all copies.
 */
export const stopReasons = ['left', 'user', 'cleared', 'failed'] as const;
export type StopReason = (typeof stopReasons)[number];

export interface Copies {
  /** `stopped`: some copies were not tried, because the user or an error stopped the work. */
  readonly phase: 'running' | 'stopped' | 'done';
  /** Why the work stops or stopped; null when nothing stopped it. A request that was sent is still finished. */
  readonly stop: StopReason | null;
  /** The keys of the copies that the work includes while it runs. */
  readonly queue: readonly string[];
  /** Represents the credentials of the last requests; null when they are not known. It is not stored. */
  readonly caller: string | null;
  readonly list: readonly Copy[];
}

export function startCopies(list: readonly CopyPlan[]): Copies {
  return {
    phase: 'stopped',
    stop: null,
    queue: [],
    caller: null,
    list: list.map(({ originalId, name, sandbox, isOnly }) => ({
      originalId,
      name,
      sandbox,
      isOnly,
      attempt: null,
      state: { kind: 'due' },
    })),
  };
}

/** Identifies a copy within its list. */
export function copyKey({ originalId, sandbox }: Pick<Copy, 'originalId' | 'sandbox'>): string {
  return JSON.stringify([originalId, sandbox]);
}

/**
 * Whether the work continues with this copy. One that may exist is created again only when the user asks for that copy.
 */
export function isOpen({ state, attempt }: Copy): boolean {
  return (state.kind === 'due' || state.kind === 'refused') && attempt === null;
}

/** Whether this copy may exist although no response says so. */
export function isUncertain({ state, attempt }: Copy): boolean {
  return state.kind !== 'created' && attempt !== null;
}

/** Whether a search may still find this copy. Creating it again is offered once a search has ended. */
export function canBeSearched({ state, attempt }: Copy): boolean {
  return attempt !== null && state.kind === 'unknown' && (!state.wasSearched || state.error !== null);
}

/** Whether this copy may be created later, so that its secrets are still needed. */
export function isPossible(copy: Copy): boolean {
  return isOpen(copy) || isUncertain(copy);
}

/** Whether every copy was created and tested, and no test failed. */
export function haveSucceeded({ phase, list }: Copies): boolean {
  const isGood = ({ state }: Copy) =>
    state.kind === 'created' && state.test !== null && state.test !== 'failed';
  return phase !== 'running' && list.every(isGood);
}

/** Whether this copy will be created if nothing stops the work. */
export function isWaiting(
  copy: Copy,
  { phase, stop, queue }: Pick<Copies, 'phase' | 'stop' | 'queue'>,
): boolean {
  return phase === 'running' && stop === null && copy.state.kind === 'due' && queue.includes(copyKey(copy));
}

/** Whether the user left the page before each copy was created or searched for. */
export function wasLeft({ stop, list }: Copies): boolean {
  const isUntouched = ({ state }: Copy) =>
    state.kind === 'due' || (state.kind === 'unknown' && !state.wasSearched);
  return stop === 'left' && list.some(isUntouched);
}

/** Whether the work waits until another tab has created its connection. Nothing was sent for the copy that waits. */
export function waitsForTab({ list }: Pick<Copies, 'list'>): boolean {
  return list.some(({ state }) => state.kind === 'blocked');
}

/** Whether all copies were created. */
export function isFinished({ list }: Copies): boolean {
  return list.every(({ state }) => state.kind === 'created');
}

/** The same copies with one of them changed. */
export function withCopy(
  copies: Copies,
  key: string,
  change: Partial<Pick<Copy, 'state' | 'attempt'>>,
): Copies {
  const { list } = copies;
  return { ...copies, list: list.map((copy) => (copyKey(copy) === key ? { ...copy, ...change } : copy)) };
}

/** The attempt without the connections that the user has ruled out by asking to create the copy again. */
export function withoutRuledOut({ attempt, state }: Copy): Attempt | null {
  return attempt === null || state.kind !== 'unclear'
    ? attempt
    : { ...attempt, knownIds: [...attempt.knownIds, ...state.ids] };
}

/** The state and the attempt after a search that did not find the copy whose response was lost. */
export function afterSearch(
  attempt: Attempt,
  result: Exclude<SearchResult, { kind: 'created' }> | { readonly kind: 'failed'; readonly error: Error },
): Pick<Copy, 'state' | 'attempt'> {
  switch (result.kind) {
    case 'refused':
      return { attempt: null, state: { kind: 'refused', error: result.error } };
    case 'unclear':
      return { attempt, state: { kind: 'unclear', ids: idsOf(result.connections) } };
    case 'absent':
      return { attempt, state: { kind: 'unknown', error: null, wasSearched: true } };
    case 'failed':
      return { attempt, state: { kind: 'unknown', error: result.error, wasSearched: true } };
  }
}

export function idsOf(connections: readonly Pick<Connection, 'id'>[]): readonly string[] {
  return connections.map(({ id }) => id);
}
