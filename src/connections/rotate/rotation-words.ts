import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { displayName } from '../../ui/display-text.ts';
import { announcedStep } from '../announced-step.ts';
import {
  type RotatedConnection,
  type Rotation,
  type SecretState,
  type Stop,
  type TrialRemoval,
  isKnown,
  isRunning,
  isUntouched,
  listExisting,
} from './run/rotation.ts';

/** The state of a connection in a few words, and the variant of its status light. */
export function describeSecretState(
  source: Source,
  { secretState, test, isLeftOut }: RotatedConnection,
): { readonly word: string; readonly variant: 'positive' | 'neutral' | 'negative' | 'notice' } {
  const secret = nameSecret(source) ?? 'secret';
  const words: Readonly<Record<SecretState, string>> = {
    old: `Has the old ${secret}`,
    new: `Has the new ${secret}`,
    earlier: `Has the ${secret} entered before`,
    unknown: 'Unknown',
    changedByOthers: `Changed outside this rotation, ${secret} unknown`,
    deleted: 'Deleted',
  };
  const isSure = isKnown({ secretState });
  const result = isSure && (test === 'passed' || test === 'failed') ? `, test ${test}` : '';
  const ending = isLeftOut ? (isSure && test === 'due' ? ', not tested, left out' : ', left out') : '';
  const word = `${words[secretState]}${result}${ending}`;
  if (secretState === 'deleted') return { word, variant: 'neutral' };
  if (!isSure) return { word, variant: 'notice' };
  if (test === 'failed') return { word, variant: 'negative' };
  if (secretState === 'earlier') return { word, variant: 'notice' };
  return { word, variant: test === 'passed' || secretState === 'new' ? 'positive' : 'neutral' };
}

/**
 * The progress for screen readers. With many connections, only every tenth changes it, so that it is not announced too
 * often.
 */
export function announceRotation(source: Source, rotation: Rotation): string {
  return describeRotation(source, rotation, announcedStep(rotation.connections.length));
}

/**
 * The progress or the result of the rotation, in one or two sentences.
 * @param step While it runs, the number of connections that are done is rounded down to a multiple of this.
 */
export function describeRotation(source: Source, rotation: Rotation, step = 1): string {
  const secret = nameSecret(source) ?? 'secret';
  const { phase, goal, connections, stop } = rotation;
  const exact = connections.filter(({ secretState }) => secretState === goal).length;
  const done = isRunning(rotation) ? exact - (exact % step) : exact;
  const unchanged = connections.every(isUntouched);
  const again = `Enter the same ${secret} again to continue.`;
  const existing = listExisting(rotation).length;
  const count = `${done} of ${existing} ${existing === 1 ? 'connection has' : 'connections have'} the ${goal} ${secret}.`;
  const rest = unchanged ? 'No connection was changed.' : `No more connections were changed. ${count}`;
  if (phase === 'trying') return `Trying the ${goal} ${secret} with a temporary connection…`;
  if (isRunning(rotation)) return `Changing connections, one at a time… ${count}`;
  if (phase === 'done')
    return existing === 0 ? describeDeleted(connections.length) : `${count}${describeLeftOut(connections)}`;
  if (stop === null) return '';
  const at = 'id' in stop ? connections.find(({ id }) => id === stop.id) : undefined;
  const named = displayName(at?.name ?? '', 100);
  if (at?.secretState === 'deleted') return `“${named}” was deleted. ${count} ${again}`;
  // It was also changed after the rotation had stopped there.
  if (at?.secretState === 'changedByOthers' && claimsSecret.has(stop.reason)) {
    return describeConflict(named, goal, secret, count);
  }
  switch (stop.reason) {
    case 'unread':
      return `The connections could not be loaded, so the ${goal} ${secret} was not tried. ${rest}`;
    case 'trialRefused':
      return `The temporary connection could not be created. ${rest}`;
    case 'trialFailed':
      return `Adobe’s test with the ${goal} ${secret} failed. ${rest}`;
    case 'trialUntestable':
      return `Adobe cannot test connections of this source, so the ${goal} ${secret} was not tried. ${rest} Continue only if you are sure of it.`;
    case 'trialUnknown':
      return `We don’t know whether the ${goal} ${secret} works. ${rest}`;
    case 'changeRefused':
      return `“${named}” was not changed. ${count}`;
    case 'changeUnknown':
      return `The response for “${named}” was lost. We don’t know which ${secret} it has. ${count} If you continue, the ${goal} ${secret} is written again and replaces any change that someone else made in the meantime.`;
    case 'targetChanged':
      return `“${named}” now uses another database or user, so it was not changed. ${count}`;
    case 'conflict':
      return describeConflict(named, goal, secret, count);
    case 'testFailed':
      return `“${named}” has the ${goal} ${secret}, and its test failed. ${count}`;
    case 'testUnknown':
      return `“${named}” has the ${goal} ${secret}, and its test was inconclusive. ${count}`;
    case 'leftOut':
      return `“${named}” is left out. ${count} ${again}`;
    case 'interrupted':
      return `The rotation was interrupted. ${count} ${again}`;
  }
}

/** The reasons that say that a connection has the secret. */
const claimsSecret: ReadonlySet<Stop['reason']> = new Set(['testFailed', 'testUnknown']);

function describeConflict(name: string, goal: Rotation['goal'], secret: string, count: string): string {
  return `“${name}” was changed outside this rotation, so the ${goal} ${secret} was not written over this change. ${count} Continue to write it anyway, or leave out the connection.`;
}

function describeLeftOut(connections: readonly RotatedConnection[]): string {
  const number = connections.filter(({ isLeftOut }) => isLeftOut).length;
  if (number === 0) return '';
  return number === 1 ? ' 1 was left out.' : ` ${number} were left out.`;
}

function describeDeleted(count: number): string {
  return count === 1
    ? 'The connection was deleted, so nothing was changed.'
    : 'All connections were deleted, so nothing was changed.';
}

const removals: Readonly<Record<TrialRemoval, string>> = {
  deleted: '',
  notDeleted: 'It could not be deleted. Check your token and the server, then try again.',
  notFound:
    'It was not found. Look for it in the list of connections before you confirm that it does not exist.',
  notFoundInPart:
    'It was not found, but not all connections could be loaded. Look for it in Experience Platform before you confirm that it does not exist.',
  notSearched:
    'The connections could not be loaded, so it may still exist. Check your token and the server, then try again.',
};

/** What happened to a temporary connection that the user wants to delete, and what to do. */
export function describeRemoval(removal: TrialRemoval): string {
  return removals[removal];
}
