import { listFirst } from '../../list-first.ts';
import { labelConnections, quoteLabel } from '../connection-labels.ts';
import type { Candidates } from './find-candidates.ts';

/** How many of the connections of the sandbox could be read. */
export type Listed = 'all' | 'some' | 'none';

/** The maximum number of names to list. */
const mostNames = 5;

/**
 * Says which connections can be selected, and why.
 * @param word The word for the secret.
 * @param isHidden Whether the secret hides where the connections lead.
 */
export function describeCandidates(
  candidates: Candidates,
  word: string,
  isHidden: boolean,
  listed: Listed,
): string {
  const { offered, fixed } = candidates;
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
    describeFound(candidates, word),
    describeFixed(candidates),
    listed === 'all' ? '' : `${there} not all connections could be loaded.`,
  ]);
}

function describeFound({ offered, fixed, trials, common }: Candidates, word: string): string {
  const count = offered.length;
  if (count === 1) {
    const no = trials.length === 0 ? 'No other' : 'Apart from temporary connections, no other';
    return fixed.length === 0
      ? `${no} connection in this sandbox has the same ${shared[common]}, as far as Adobe returns them.`
      : '';
  }
  if (common === 'settings') {
    return `${count} connections have the same settings, as far as Adobe returns them.`;
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

/** What connections have in common, in words. */
const shared: Readonly<Record<Candidates['common'], string>> = {
  hostAndUser: 'host and user',
  settings: 'settings',
};

function describeFixed({ offered, fixed, common }: Candidates): string {
  if (fixed.length === 0) return '';
  const labelOf = labelConnections([...offered, ...fixed].map(({ connection }) => connection));
  const names = fixed.map(
    ({ connection, reason }) => `${quoteLabel(labelOf(connection))} (${reason.replace(/\.$/, '')})`,
  );
  const [has, it] = fixed.length === 1 ? ['other connection has', 'it'] : ['other connections have', 'them'];
  return `${fixed.length} ${has} the same ${shared[common]}, but the wizard can’t change ${it}: ${listFirst(names, mostNames)}.`;
}

function join(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
