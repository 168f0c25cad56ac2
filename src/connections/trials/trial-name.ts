import { shorten } from '../../ui/display-text.ts';

/**
 * The name of a temporary connection says what it is. Its end makes it different from every other.
 * @param goal Which secret it tries.
 * @param secret The word for the secret of the source.
 * @param name The name of the connection that it is a copy of.
 */
export function nameTrial(goal: 'new' | 'old', secret: string, name: string): string {
  const end = crypto.getRandomValues(new Uint16Array(2)).join('');
  const which = goal === 'new' ? 'a new' : 'the old';
  return `Trial of ${which} ${secret} for ${shorten(name, 100)}, can be deleted (${end})`;
}

/** Whether a connection is a temporary one, of this user or of another. */
export function isTrialName(name: string): boolean {
  return readTrialSecret(name) !== null;
}

/**
 * The word for the secret that the temporary connection of this name tries; null for any other connection. Everybody can
 * write a name, and the word is put into a sentence of ours, so that anything but a short plain word is not repeated.
 */
export function readTrialSecret(name: string): string | null {
  const word = /^Trial of (?:a new|the old) (.+?) for .*, can be deleted \(\d+\)$/s.exec(name)?.[1];
  if (word === undefined) return null;
  return /^[\p{Script=Latin}\p{N}]+(?:[ -][\p{Script=Latin}\p{N}]+){0,3}$/u.test(word) && word.length <= 40
    ? word
    : 'secret';
}

/** Separates temporary connections from those that users created. Only the name tells them apart. */
export function splitTrials<Item extends { readonly name: string }>(
  connections: readonly Item[],
): { readonly trials: readonly Item[]; readonly others: readonly Item[] } {
  return {
    trials: connections.filter(({ name }) => isTrialName(name)),
    others: connections.filter(({ name }) => !isTrialName(name)),
  };
}
