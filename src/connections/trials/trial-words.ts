import { displayName, shorten } from '../../ui/display-text.ts';
import { countConnections } from '../count-connections.ts';
import { listFirst } from '../list-first.ts';

/**
 * What a connection with the name of a temporary one is, in one sentence. The name alone does not tell whether its
 * rotation still runs, because another tab or another user may run it.
 * @param secret The word for the secret that is tried.
 * @param isTrying Whether a rotation of this tab uses it now.
 */
export function describeTrial(secret: string, isTrying: boolean): string {
  const rotation = `a ${shorten(secret, 50)} rotation`;
  return isTrying
    ? `In use by ${rotation} that runs in this tab.`
    : `Left by ${rotation}, or in use by one that runs now.`;
}

/** What to do with it, on its page. */
export function adviseOnTrial(secret: string, isTrying: boolean): string {
  const what = `The rotation creates such a connection to try a ${shorten(secret, 50)}, and deletes it after the test.`;
  return isTrying
    ? `${what} Wait until the rotation is done.`
    : `${what} If no rotation runs in another tab or for another user, you can delete it.`;
}

/** The maximum number of names to list. */
const mostNames = 5;

/** Why a page leaves connections out, and which ones. */
export function describeLeftOutTrials(
  trials: readonly { readonly name: string }[],
  pageDoes: string,
): string {
  const names = trials.map(({ name }) => `“${displayName(name, 150)}”`);
  const [is, it] = trials.length === 1 ? ['is', 'It was'] : ['are', 'They were'];
  return `${countConnections(trials.length)} ${is} not ${pageDoes}: ${listFirst(names, mostNames)}. ${it} left by a rotation, or ${trials.length === 1 ? 'is' : 'are'} in use by one that runs now.`;
}
