import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { announcedStep } from '../announced-step.ts';
import { countDone, countProgress } from './count-words.ts';
import { askAgain, describeStop, describeUncertain } from './stop-words.ts';
import {
  type RotatedConnection,
  type Rotation,
  type SecretState,
  type TrialRemoval,
  isKnown,
  isRunning,
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
    earlier: `Has the new ${secret} entered before`,
    earlierOld: `Has the old ${secret} entered before`,
    unknown: 'Unknown',
    changedByOthers: `Changed outside this rotation, ${secret} unknown`,
    deleted: 'Deleted',
  };
  const isSure = isKnown({ secretState });
  const result = isSure && (test === 'passed' || test === 'failed') ? `, test ${test}` : '';
  const isDue = isSure && test === 'due';
  const ending = isLeftOut ? `${isDue ? ', not tested' : ''}, left out` : isDue ? ', test not finished' : '';
  const word = `${words[secretState]}${result}${ending}`;
  if (secretState === 'deleted') return { word, variant: 'neutral' };
  if (!isSure) return { word, variant: 'notice' };
  if (test === 'failed') return { word, variant: 'negative' };
  if (secretState === 'earlier' || secretState === 'earlierOld') return { word, variant: 'notice' };
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
 * The progress or the result of the rotation, in a few sentences.
 * @param step While it runs, the number of connections that are done is rounded down to a multiple of this.
 */
export function describeRotation(source: Source, rotation: Rotation, step = 1): string {
  const secret = nameSecret(source) ?? 'secret';
  const { phase, goal, connections, stop } = rotation;
  const done = connections.filter(({ secretState }) => secretState === goal).length;
  if (phase === 'trying') return `Trying the ${goal} ${secret} with a temporary connection…`;
  if (isRunning(rotation)) {
    return `Changing connections, one at a time… ${countProgress(rotation, secret, done - (done % step))}`;
  }
  if (phase === 'done') return describeEnd(rotation, secret, done);
  if (stop === null) return '';
  const { sentences, told } = describeStop(rotation, secret, stop, countDone(rotation, secret, done));
  return join([...sentences, ...describeUncertain(rotation, secret, told), askAgain(rotation, secret, stop)]);
}

function describeEnd(rotation: Rotation, secret: string, done: number): string {
  const { connections } = rotation;
  if (listExisting(rotation).length === 0) {
    return connections.length === 1
      ? 'The connection was deleted, so nothing was changed.'
      : 'All connections were deleted, so nothing was changed.';
  }
  const leftOut = connections.filter(({ isLeftOut }) => isLeftOut).length;
  return join([
    countDone(rotation, secret, done),
    leftOut === 0 ? '' : `${leftOut} ${leftOut === 1 ? 'was' : 'were'} left out.`,
    ...describeUncertain(rotation, secret, null),
  ]);
}

function join(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
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
