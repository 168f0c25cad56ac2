import { displayName } from '../../../ui/display-text.ts';
import { listFirst } from '../../list-first.ts';
import type { Candidates } from './find-candidates.ts';

/** How many of the connections of the sandbox could be read. */
export type Listed = 'all' | 'some' | 'none';

/** The maximum number of names to list. */
const mostNames = 5;

/**
 * Which connections can be selected, and why those.
 * @param word The word for the secret.
 * @param isHidden Whether the secret hides where the connections lead.
 */
export function describeCandidates(
  { offered, fixed }: Candidates,
  word: string,
  isHidden: boolean,
  listed: Listed,
): string {
  const count = offered.length;
  if (listed === 'none') {
    return 'The other connections of this sandbox could not be loaded, so you can select only this one.';
  }
  const unread = listed === 'all' ? '' : 'Not all connections could be loaded.';
  if (isHidden) {
    const unknown = `Adobe does not return the ${word}, so the wizard can’t tell which connections use the same database.`;
    return join([unknown, count > 1 ? `Select only connections that have the same ${word}.` : '', unread]);
  }
  const there = count + fixed.length === 1 ? 'There may be one, because' : 'There may be more, because';
  return join([
    describeFound(offered, fixed.length, word),
    describeFixed(fixed),
    listed === 'all' ? '' : `${there} not all connections could be loaded.`,
  ]);
}

function describeFound(offered: Candidates['offered'], fixed: number, word: string): string {
  const count = offered.length;
  if (count === 1) {
    return fixed === 0
      ? 'No other connection in this sandbox has the same host and user, as far as Adobe returns them.'
      : '';
  }
  if (offered.every(({ difference }) => difference === '')) {
    return `${count} connections use the same database and user.`;
  }
  const unselected = offered.filter(({ isPreselected }) => !isPreselected).length;
  const [is, its] =
    unselected === 1 ? ['is', 'its port differs or is'] : ['are', 'their ports differ or are'];
  const why = `${is} not preselected, because ${its} not known, and another server may have another ${word}.`;
  return join([
    `${count} connections have the same host and user. Select those that have the same ${word}.`,
    unselected === 0 ? '' : `${unselected} ${why}`,
  ]);
}

function describeFixed(fixed: Candidates['fixed']): string {
  if (fixed.length === 0) return '';
  const names = fixed.map(
    ({ connection: { name }, reason }) => `“${displayName(name, 100)}” (${reason.replace(/\.$/, '')})`,
  );
  const [has, it] = fixed.length === 1 ? ['other connection has', 'it'] : ['other connections have', 'them'];
  return `${fixed.length} ${has} the same host and user, but the wizard can’t change ${it}: ${listFirst(names, mostNames)}.`;
}

function join(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
