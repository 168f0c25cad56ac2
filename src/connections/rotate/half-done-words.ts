import { findSource } from '../../sources/find-source.ts';
import { nameSecret } from '../../sources/secrets.ts';
import { countConnections } from '../count-connections.ts';
import {
  type RotatedConnection,
  type Rotation,
  type SecretState,
  isRunning,
  listExisting,
} from './run/rotation.ts';

/** The word for the secret of a rotation. The documented source is used, because Adobe's definition arrives late. */
function nameRotated({ target: { specId, authSpecName } }: Rotation): string {
  const auth = authSpecName === null ? {} : { auth: { specName: authSpecName } };
  const source = findSource({ connectionSpec: { id: specId }, ...auth });
  return (source === null ? null : nameSecret(source)) ?? 'secret';
}

/**
 * How many connections of a rotation have which secret. Other users may have changed them since, so this is about the
 * moment at which the rotation stopped.
 */
export function describeHalfDone(rotation: Rotation): string {
  const secret = nameRotated(rotation);
  const existing = listExisting(rotation);
  const count = (...states: readonly SecretState[]) =>
    existing.filter(({ secretState }) => states.includes(secretState)).length;
  const isNow = isRunning(rotation);
  const has = (number: number) => (isNow ? (number === 1 ? 'has' : 'have') : 'had');
  const [now, earlier, earlierOld] = [count('new'), count('earlier'), count('earlierOld')];
  const [old, unknown] = [count('old'), count('unknown', 'changedByOthers')];
  const all = existing.length;
  // After a reload, the secret entered before may be the same as the new one, so it is not said that none has that.
  const isBefore = now === 0 && earlier > 0;
  const first = isBefore ? earlier : now;
  const sentences = [
    `${isNow ? 'So far' : 'When the rotation stopped'}, ${first} of ${all} ${all === 1 ? 'connection' : 'connections'} ${has(all === 1 ? all : first)} the new ${secret}${isBefore ? ' entered before' : ''}.`,
    old === 0 ? '' : `${old} ${has(old)} the old ${secret}.`,
    earlier === 0 || isBefore
      ? ''
      : `${earlier} ${has(earlier)} the new ${secret} entered before, which may be the same.`,
    earlierOld === 0 ? '' : `${earlierOld} ${has(earlierOld)} the old ${secret} entered before.`,
    unknown === 0 ? '' : `We don’t know which ${secret} ${countConnections(unknown)} ${has(unknown)}.`,
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Which secret one connection has, or had when the rotation stopped. */
export function describeOwn(
  rotation: Rotation,
  { secretState }: Pick<RotatedConnection, 'secretState'>,
  tense: 'present' | 'past',
): string {
  const secret = nameRotated(rotation);
  const [start, verb] =
    tense === 'present' ? ['This connection', 'has'] : ['When the rotation stopped, this connection', 'had'];
  const still = rotation.goal === 'new' ? 'still ' : '';
  switch (secretState) {
    case 'old':
      return `${start} ${still}${verb} the old ${secret}.`;
    case 'new':
      return `${start} ${rotation.goal === 'old' ? 'still ' : ''}${verb} the new ${secret}.`;
    case 'earlier':
      return `${start} ${verb} the new ${secret} entered before.`;
    case 'earlierOld':
      return `${start} ${verb} the old ${secret} entered before.`;
    case 'unknown':
      return `We don’t know which ${secret} this connection has.`;
    case 'changedByOthers':
      return `This connection was changed outside the rotation. We don’t know which ${secret} it has.`;
    case 'deleted':
      return 'This connection was deleted.';
  }
}
