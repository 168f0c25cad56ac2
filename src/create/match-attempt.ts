import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Attempt } from './attempt.ts';

/** How far the clocks of the page and of the service may differ, in milliseconds. */
const clockTolerance = 5000;

/**
 * Returns whether an attempt created a connection: `own`, `other`, or `unclear` when the readable fields are not
 * sufficient.
 */
export function matchAttempt(attempt: Attempt, connection: Connection): 'own' | 'other' | 'unclear' {
  if (connection.name !== attempt.name || connection.connectionSpec.id !== attempt.specId) return 'other';
  if (attempt.knownIds.includes(connection.id)) return 'other';
  const target = compareTarget(attempt.target, connection);
  const client = compareClient(attempt.clientId, connection.createdClient);
  if (target === 'different' || client === 'different') return 'other';
  // An earlier time is not a proof, because the clock of this computer may be wrong.
  const isLater = (connection.createdAt ?? 0) >= attempt.startedAt - clockTolerance;
  return target === 'same' && client === 'same' && isLater ? 'own' : 'unclear';
}

/**
 * Compares the target of a connection with that of a request. Secrets are not compared, because their form in an
 * answer is undocumented. The result is `unreadable` when the connection does not show every other param as it was
 * sent, or when there is no other param. A null or masked value is ignored. A host in lower case is not a difference.
 */
export function compareTarget(
  target: Attempt['target'],
  { auth }: Connection,
): 'same' | 'different' | 'unreadable' {
  const params = auth?.params ?? {};
  const wanted = Object.entries(target);
  const shown = new Map(
    Object.entries(params).flatMap(([name, value]) => (isReadable(value) ? [[name, String(value)]] : [])),
  );
  const differs = ([name, value]: readonly [string, string]) =>
    toComparable(shown.get(name) ?? value) !== toComparable(value);
  if (wanted.some(differs)) return 'different';
  return wanted.length > 0 && wanted.every(([name, value]) => shown.get(name) === value)
    ? 'same'
    : 'unreadable';
}

function isReadable(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && !/^[*\u2022]+$/.test(String(value));
}

function toComparable(text: string): string {
  return text.trim().toLowerCase();
}

function compareClient(own: string | null, created: string | undefined) {
  if (own === null || created === undefined) return 'unknown';
  return own === created ? 'same' : 'different';
}

/** The outcome of an attempt according to the connections of its sandbox. */
export type AttemptSearch =
  | { readonly kind: 'own'; readonly connection: Connection }
  | { readonly kind: 'unclear'; readonly connections: readonly Connection[] }
  | { readonly kind: 'absent' };

/** Searches for the connection that an attempt created. If two connections match, they cannot be told apart. */
export function findByAttempt(attempt: Attempt, connections: readonly Connection[]): AttemptSearch {
  const own = connections.filter((connection) => matchAttempt(attempt, connection) === 'own');
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return { kind: 'own', connection: only };
  if (only !== undefined) return { kind: 'unclear', connections: own };
  const unclear = connections.filter((connection) => matchAttempt(attempt, connection) === 'unclear');
  return unclear.length > 0 ? { kind: 'unclear', connections: unclear } : { kind: 'absent' };
}
