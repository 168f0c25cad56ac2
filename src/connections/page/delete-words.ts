import type { Connection } from '../../flow-service/schemas/connection.ts';
import { explainError } from '../../errors/explain-error.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import type { LateNotice } from '../../ui/late/late-notices.ts';
import { displayName } from '../../ui/display-text.ts';
import { describeLastChange } from '../describe-last-change.ts';
import type { KnownUsage } from '../usage/use-usage.ts';
import { StillExistsError } from './delete-connection.ts';
import type { News } from './recheck.ts';
import { type Users, countUsers, describeUsers, isWhole } from '../usage/find-users.ts';

/** What is known about a connection when the user is asked whether to delete it. */
export type DeleteCheck =
  | { readonly kind: 'loading' }
  /** Whether it was changed could not be checked. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'current'; readonly connection: Connection };

/**
 * Compares a connection with the version that the user saw. Empty when they are the same.
 * @param seen The connection as the page showed it when the user selected Delete.
 */
export function describeDeleteCheck(seen: Connection, check: DeleteCheck): string {
  switch (check.kind) {
    case 'loading':
      return 'Checking for changes…';
    case 'unknown':
      return 'The connection could not be loaded again. It may have changed since you opened this page.';
    case 'current':
      return describeDifference(seen, check.connection);
  }
}

function describeDifference(seen: Connection, now: Connection): string {
  if (now.name !== seen.name) {
    return `The name has changed from “${displayName(seen.name, 100)}” since you opened this page. ${describeLastChange(now)}`.trim();
  }
  return now.etag === seen.etag
    ? ''
    : `This connection has changed since you opened this page. ${describeLastChange(now)}`.trim();
}

/** What is known about the users of all connections when the user is asked. */
export interface UsageCheck {
  /** The last answer, which may be outdated while it is read again or when that failed; undefined when there is none. */
  readonly data: KnownUsage | undefined;
  readonly isFetching: boolean;
  readonly error: Error | null;
}

/** What is said about the users of a connection, before and after their names. */
interface Consequence {
  /** How many there are, as far as it is known. */
  readonly use: string;
  /** What the deletion does to them. */
  readonly effect: string;
}

/** What stops working when the connection with this ID is deleted. Only a current answer can say that nothing does. */
export function describeConsequence({ data, isFetching, error }: UsageCheck, id: string): Consequence {
  const users = data?.usersOf(id);
  if (users === undefined || isFetching || error !== null) {
    const known = describeLastCheck(users);
    return isFetching
      ? { use: `${checking}${known}`, effect: '' }
      : {
          use: `What uses this connection could not be loaded, so we don’t know what stops working.${known}`,
          effect: `${rejected} ${sourcesBreak}`,
        };
  }
  const { flows, unusedSources, extent } = users;
  const parts: string[] = [];
  if (flows.length > 0) {
    const isOne = flows.length === 1 && extent.flows === 'all';
    const [until, each] = isOne ? ['dataflow is', 'the dataflow'] : ['dataflows are', 'each dataflow'];
    parts.push(
      `Flow Service rejects the deletion until the ${until} deleted. In Experience Platform, first delete ${each}, then its source connections. Then delete this connection.`,
    );
  } else if (extent.flows !== 'all') {
    parts.push(rejected);
  }
  if (unusedSources.length > 0 || extent.sourceConnections !== 'all') parts.push(sourcesBreak);
  return { use: describeUsers(users), effect: parts.join(' ') };
}

/**
 * Why the list of users is incomplete, after Flow Service rejected the deletion because of dataflows; empty when the list
 * is complete.
 */
export function describeMissingUsers({ data, isFetching, error }: UsageCheck, id: string): string {
  const users = data?.usersOf(id);
  if (isFetching) return `${checking}${describeLastCheck(users)}`;
  if (users === undefined || error !== null) {
    return `What uses this connection could not be loaded.${describeLastCheck(users)}`;
  }
  if (!isWhole(users.extent)) return describeUsers(users);
  return users.flows.length === 0 ? 'No dataflow was found.' : '';
}

const checking = 'Checking what uses this connection…';

function describeLastCheck(users: Users | undefined): string {
  const counted = users === undefined ? '' : countUsers(users);
  return counted === '' ? '' : ` When it was last checked, it was used by ${counted}.`;
}

const rejected = 'Flow Service rejects the deletion if a dataflow uses this connection.';
const sourcesBreak =
  'Source connections do not prevent the deletion, but afterward they can no longer read data.';

/** Said while the last look before the deletion takes long. */
export const lastLook = 'Checking once more what uses this connection…';

const newsWords: Readonly<Record<News, string>> = {
  newUsers: 'A dataflow or source connection that was not named before now uses this connection.',
  unknownUsers: 'What uses this connection could not be loaded again.',
  lessKnownUsers: 'Not everything that may use this connection could be loaded again.',
  changedConnection: 'This connection has changed since you were asked.',
  unknownConnection: 'This connection could not be loaded again. It may have changed.',
};

/** Why a confirmation deleted nothing; empty without news. */
export function describeNews(news: readonly News[]): string {
  if (news.length === 0) return '';
  return `Nothing was deleted. ${news.map((one) => newsWords[one]).join(' ')} Read this question again before you decide.`;
}

/** Said on another page, when a confirmation deleted nothing. */
export function describeNotDeleted(name: string, news: readonly News[]): LateNotice {
  return {
    variant: 'notice',
    heading: `“${displayName(name, 100)}” was not deleted`,
    text: news.map((one) => newsWords[one]).join(' '),
  };
}

/** Said on another page, after the connection was deleted. */
export function describeDeleted(name: string, sandbox: string): LateNotice {
  return {
    variant: 'positive',
    heading: 'Connection deleted',
    text: `“${displayName(name, 100)}” was deleted from sandbox ${sandbox}.`,
  };
}

/** Said when the response to a deletion does not say its outcome, and the connection was read afterwards. */
export const stillExistsWords = 'The connection still exists.';

/** Said on another page. */
export function describeFailedDelete(name: string, error: Error): LateNotice {
  const stillExists = error instanceof StillExistsError;
  const { sentence, advice } = explainError(stillExists ? error.reason : error, null);
  const wasNotDeleted = error instanceof FlowServiceError && error.wasNotCarriedOut;
  const result = stillExists
    ? stillExistsWords
    : wasNotDeleted
      ? 'The connection was not deleted.'
      : 'We don’t know whether it was deleted. Open its page to check.';
  return {
    variant: 'negative',
    heading: `Problem deleting “${displayName(name, 100)}”`,
    text: `${sentence} ${advice} ${result}`,
  };
}
