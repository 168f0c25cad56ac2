import { displayName } from '../../ui/display-text.ts';
import { countConnections } from '../count-connections.ts';
import { listFirst } from '../list-first.ts';
import { type Users, countUsers } from '../usage/find-users.ts';

/**
 * What a connection with the name of a temporary one is, in one sentence. The name alone does not tell whether its
 * rotation still runs, because another tab or another user may run it.
 * @param isTrying Whether a rotation of this tab uses it now.
 */
export function describeTrial(isTrying: boolean): string {
  return isTrying
    ? 'In use by a rotation that runs in this tab.'
    : 'Left by a rotation, or in use by one that runs now.';
}

/**
 * What to do with it, on its page.
 * @param secret The word for the secret that is tried. It has no "a" or "an" before it, which depends on its sound.
 */
export function adviseOnTrial(secret: string, isTrying: boolean): string {
  const what = `The rotation creates such a connection to try the ${secret}, and deletes it after the test.`;
  return isTrying
    ? `${what} Wait until the rotation is done.`
    : `${what} If no rotation runs in another tab or for another user, and nothing else uses it, you can delete it.`;
}

/** What a connection is that has the name of a temporary one, but is used like an ordinary one. */
export function describeUsedTrial(users: Users): string {
  return `Its name looks like that of a temporary connection of a rotation, but it is used by ${countUsers(users)}. If you rename it, it becomes an ordinary connection.`;
}

/** The maximum number of names to list. */
const mostNames = 5;

/** Why a page leaves connections out, and which ones. */
export function describeLeftOutTrials(
  trials: readonly { readonly name: string }[],
  pageDoes: string,
): string {
  const names = trials.map(({ name }) => `“${displayName(name, 150)}”`);
  const isOne = trials.length === 1;
  const is = isOne ? 'is' : 'are';
  const why = `According to ${isOne ? 'its name, it was' : 'their names, they were'} left by a rotation, or ${is} in use by one that runs now.`;
  const remedy = `If ${isOne ? 'it' : 'one of them'} is an ordinary connection, rename it to include it.`;
  return `${countConnections(trials.length)} ${is} not ${pageDoes}: ${listFirst(names, mostNames)}. ${why} ${remedy}`;
}
