import { countConnections } from '../count-connections.ts';
import { listFirst } from '../list-first.ts';
import { labelConnections, quoteLabel } from './connection-labels.ts';
import { hasWrittenNothing } from './count-words.ts';
import {
  type Rotation,
  type SecretState,
  type Stop,
  isKnown,
  listExisting,
  remaining,
} from './run/rotation.ts';

/** Why a rotation stopped, in sentences. */
interface StopWords {
  readonly sentences: readonly string[];
  /** The connection whose unknown secret the sentences already explain. */
  readonly told: string | null;
}

export function describeStop(rotation: Rotation, secret: string, stop: Stop, count: string): StopWords {
  const { goal, connections } = rotation;
  const at = 'id' in stop ? connections.find(({ id }) => id === stop.id) : undefined;
  const named = at === undefined ? '' : quoteLabel(labelConnections(connections)(at));
  const told = at?.id ?? null;
  const only = (...sentences: readonly string[]) => ({ sentences, told: null });
  if (at?.secretState === 'deleted') return only(`${named} was deleted.`, count);
  // Another user changed the connection after the rotation had stopped at it.
  const isConflict = at?.secretState === 'changedByOthers' && claimsSecret.has(stop.reason);
  if (stop.reason === 'conflict' || isConflict) {
    return {
      sentences: [
        `${named} was changed outside this rotation, so the ${goal} ${secret} was not written over this change.`,
        count,
        'Continue to write it anyway, or leave out the connection.',
      ],
      told,
    };
  }
  const nothing = 'No connection was changed.';
  const state = hasWrittenNothing(rotation) ? nothing : count;
  const rest = state === nothing ? nothing : `No more connections were changed. ${count}`;
  // Since then, the connection could not be read, so it is no longer known which secret it has.
  const isLost = at?.secretState === 'unknown' && claimsSecret.has(stop.reason);
  switch (isLost ? 'interrupted' : stop.reason) {
    case 'unread':
      return only(`The connections could not be loaded, so the ${goal} ${secret} was not tried.`, rest);
    case 'trialRefused':
      return only('The temporary connection could not be created.', rest);
    case 'trialFailed':
      return only(`Adobe’s test with the ${goal} ${secret} failed.`, rest);
    case 'trialUntestable':
      return only(
        `Adobe cannot test connections of this source, so the ${goal} ${secret} was not tried.`,
        rest,
        'Continue only if you are sure of it.',
      );
    case 'trialUnknown':
      return only(`We don’t know whether the ${goal} ${secret} works.`, rest);
    case 'changeRefused':
      return only(`${named} was not changed.`, count);
    case 'changeUnknown':
      return {
        sentences: [
          `The response for ${named} was lost. We don’t know which ${secret} it has.`,
          count,
          sayWrittenAgain(goal, secret),
        ],
        told,
      };
    case 'targetChanged':
      return {
        sentences: [`${named} now uses another database or user, so it was not changed.`, count],
        told,
      };
    case 'testFailed':
      return only(`${named} has the ${goal} ${secret}, and its test failed.`, count);
    case 'testUnknown':
      return only(`${named} has the ${goal} ${secret}, and its test was inconclusive.`, count);
    case 'leftOut':
      return only(`${named} is left out.`, state);
    case 'interrupted':
      return only('The rotation was interrupted.', state);
  }
}

/** The reasons that say that a connection has the secret. */
const claimsSecret: ReadonlySet<Stop['reason']> = new Set(['testFailed', 'testUnknown']);

/** What to enter if the field may no longer have the secret. */
export function askAgain(rotation: Rotation, secret: string, stop: Stop): string {
  const isDeleted =
    'id' in stop && rotation.connections.some((one) => one.id === stop.id && one.secretState === 'deleted');
  if (!isDeleted && stop.reason !== 'leftOut' && stop.reason !== 'interrupted') return '';
  return askSecret(rotation, secret);
}

/** What to enter to continue. If no secret was written yet, there is none to enter again. */
export function askSecret(rotation: Rotation, secret: string): string {
  return hasWrittenNothing(rotation)
    ? `Enter the ${rotation.goal} ${secret} to continue.`
    : `Enter the same ${secret} again to continue.`;
}

/**
 * Says of which connections the secret is not known, and that continuing writes over the changes of other users.
 * @param told The connection about which this was already said.
 */
export function describeUncertain(
  rotation: Rotation,
  secret: string,
  told: string | null,
): readonly string[] {
  const { goal } = rotation;
  const labelOf = labelConnections(rotation.connections);
  const uncertain = listExisting(rotation).filter((one) => !isKnown(one) && one.id !== told);
  const due = new Set(rotation.phase === 'stopped' ? remaining(rotation) : []);
  const names = (state: SecretState) =>
    uncertain
      .filter((one) => due.has(one) && one.secretState === state)
      .map((one) => quoteLabel(labelOf(one)));
  const [changed, lost] = [names('changedByOthers'), names('unknown')];
  const others = uncertain.length - changed.length - lost.length;
  const [was, change, it, one] =
    changed.length === 1
      ? ['was', 'this change', 'it', 'it']
      : ['were', 'these changes', 'them', 'one of them'];
  return [
    changed.length === 0
      ? ''
      : `${listNames(changed)} ${was} changed outside this rotation. If you continue, the ${goal} ${secret} is written over ${change}, unless you leave ${it} out. If ${one} now uses another database or user, the rotation stops there.`,
    lost.length === 0
      ? ''
      : `We don’t know which ${secret} ${listNames(lost)} ${lost.length === 1 ? 'has' : 'have'}. ${sayWrittenAgain(goal, secret)}`,
    others === 0
      ? ''
      : `We don’t know which ${secret} ${countConnections(others)} ${others === 1 ? 'has' : 'have'}.`,
  ];
}

function sayWrittenAgain(goal: Rotation['goal'], secret: string): string {
  return `If you continue, the ${goal} ${secret} is written again and replaces any change that someone else made in the meantime.`;
}

/** The maximum number of names in a sentence. */
const mostNames = 5;

function listNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 && names.length <= mostNames
    ? `${names.slice(0, -1).join(', ')} and ${last}`
    : listFirst(names, mostNames);
}
