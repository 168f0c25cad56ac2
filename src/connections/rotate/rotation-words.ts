import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { displayName } from '../../ui/display-text.ts';
import { announcedStep } from '../announced-step.ts';
import { type HeldSecret, type RotatedConnection, type Rotation, isRunning } from './rotation.ts';

/** How a connection is shown: its state in a word, and the variant of its light. */
export function describeHeld(
  source: Source,
  { held, test }: RotatedConnection,
): { readonly word: string; readonly variant: 'positive' | 'neutral' | 'negative' | 'notice' } {
  const secret = nameSecret(source) ?? 'secret';
  const words: Readonly<Record<HeldSecret, string>> = {
    old: `Has the old ${secret}`,
    new: `Has the new ${secret}`,
    unknown: 'Unknown',
    gone: 'Deleted',
  };
  if (held === 'gone') return { word: words.gone, variant: 'neutral' };
  if (test === 'failed') return { word: `${words[held]}, test failed`, variant: 'negative' };
  if (held === 'unknown') return { word: words.unknown, variant: 'notice' };
  if (test === 'passed') return { word: `${words[held]}, test passed`, variant: 'positive' };
  return { word: words[held], variant: held === 'new' ? 'positive' : 'neutral' };
}

/**
 * What a rotation of many connections tells while it runs, so that a screen reader is not kept busy: every tenth
 * connection.
 */
export function announceRotation(source: Source, rotation: Rotation): string {
  return describeRotation(source, rotation, announcedStep(rotation.connections.length));
}

/**
 * What the rotation does or did, in one sentence or two.
 * @param step While it runs, the number of connections that are done is rounded down to a multiple of this.
 */
export function describeRotation(source: Source, rotation: Rotation, step = 1): string {
  const secret = nameSecret(source) ?? 'secret';
  const { phase, goal, connections, stop } = rotation;
  const exact = connections.filter(({ held }) => held === goal).length;
  const done = isRunning(rotation) ? exact - (exact % step) : exact;
  const unchanged = connections.every(({ held }) => held === 'old' || held === 'gone');
  const existing = connections.filter(({ held }) => held !== 'gone').length;
  const count = `${done} of ${existing} ${existing === 1 ? 'connection has' : 'connections have'} the ${goal} ${secret}.`;
  const rest = unchanged ? 'No connection was changed.' : `No other connection was changed. ${count}`;
  if (phase === 'trying') return `Trying the new ${secret} with a temporary connection…`;
  if (isRunning(rotation)) return `Changing connections, one at a time… ${count}`;
  if (phase === 'done') return existing === 0 ? describeDeleted(connections.length) : count;
  if (stop === null) return '';
  const named =
    'id' in stop ? displayName(connections.find(({ id }) => id === stop.id)?.name ?? '', 100) : '';
  switch (stop.reason) {
    case 'trialRefused':
      return `The temporary connection could not be created. ${rest}`;
    case 'trialFailed':
      return `Adobe’s test with the new ${secret} failed. ${rest}`;
    case 'trialUntestable':
      return `Adobe cannot test connections of this source, so the new ${secret} was not tried. ${rest} Continue only if you are sure of it.`;
    case 'trialUnknown':
      return `We don’t know whether the new ${secret} works. ${rest}`;
    case 'changeRefused':
      return `“${named}” was not changed. ${count}`;
    case 'changeUnknown':
      return `The response for “${named}” was lost. We don’t know which ${secret} it has. ${count} It is safe to continue.`;
    case 'moved':
      return `“${named}” now uses another database or user, so it was not changed. ${count}`;
    case 'overtaken':
      return `Someone else changed “${named}” at the same time. We don’t know which ${secret} it has. ${count}`;
    case 'testFailed':
      return `“${named}” has the ${goal} ${secret}, and its test failed. ${count}`;
    case 'testUnknown':
      return `“${named}” has the ${goal} ${secret}, and its test has no result. ${count}`;
    case 'left':
      return `The rotation was interrupted. ${count} Enter the same ${secret} again to continue.`;
  }
}

function describeDeleted(count: number): string {
  return count === 1
    ? 'The connection was deleted, so nothing was changed.'
    : 'All connections were deleted, so nothing was changed.';
}
