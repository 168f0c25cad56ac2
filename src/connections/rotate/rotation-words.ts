import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
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
    unknown: 'Not known',
    gone: 'Deleted',
  };
  if (held === 'gone') return { word: words.gone, variant: 'neutral' };
  if (test === 'failed') return { word: `${words[held]}, test failed`, variant: 'negative' };
  if (held === 'unknown') return { word: words.unknown, variant: 'notice' };
  if (test === 'passed') return { word: `${words[held]}, test passed`, variant: 'positive' };
  return { word: words[held], variant: held === 'new' ? 'positive' : 'neutral' };
}

/** What the rotation does or did, in one sentence or two. */
export function describeRotation(source: Source, rotation: Rotation): string {
  const secret = nameSecret(source) ?? 'secret';
  const { phase, goal, connections, stop } = rotation;
  const done = connections.filter(({ held }) => held === goal).length;
  const unchanged = connections.every(({ held }) => held === 'old' || held === 'gone');
  const existing = connections.filter(({ held }) => held !== 'gone').length;
  const count = `${done} of ${existing} ${existing === 1 ? 'connection has' : 'connections have'} the ${goal} ${secret}.`;
  const rest = unchanged ? 'No connection was changed.' : `No other connection was changed. ${count}`;
  if (phase === 'trying') return `Trying the new ${secret} with a temporary connection…`;
  if (isRunning(rotation)) return `Changing the connections, one after the other… ${count}`;
  if (phase === 'done') return count;
  if (stop === null) return '';
  const named = 'id' in stop ? (connections.find(({ id }) => id === stop.id)?.name ?? '') : '';
  switch (stop.reason) {
    case 'trialRefused':
      return `The temporary connection could not be created. ${rest}`;
    case 'trialFailed':
      return `Adobe’s test with the new ${secret} failed. ${rest}`;
    case 'trialUntestable':
      return `Adobe cannot test connections of this source, so the new ${secret} was not tried. ${rest} Continue only if you are sure of it.`;
    case 'trialUnknown':
      return `It is not known whether the new ${secret} works. ${rest}`;
    case 'changeRefused':
      return `“${named}” was not changed. ${count}`;
    case 'changeUnknown':
      return `The answer for “${named}” was lost, so it is not known which ${secret} it has. ${count} It is safe to continue.`;
    case 'moved':
      return `“${named}” leads to another database or user by now, so it was not changed. ${count}`;
    case 'overtaken':
      return `Someone else changed “${named}” at the same time, so it is not known which ${secret} it has. ${count}`;
    case 'testFailed':
      return `“${named}” has the ${goal} ${secret}, and its test failed. ${count}`;
    case 'testUnknown':
      return `“${named}” has the ${goal} ${secret}, and its test has no result. ${count}`;
    case 'left':
      return `The rotation was interrupted. ${count} Enter the same ${secret} again to continue.`;
  }
}
