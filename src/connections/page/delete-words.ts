import type { Connection } from '../../flow-service/schemas/connection.ts';
import { displayName } from '../../ui/display-text.ts';
import { describeLastChange } from '../describe-last-change.ts';
import { type Users, describeUsers } from '../usage/find-users.ts';

/** What is known about a connection when the user is asked whether to delete it. */
export type DeleteCheck =
  | { readonly kind: 'loading' }
  /** Whether it was changed could not be checked. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'deleted' }
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
    case 'deleted':
      return '';
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

/**
 * What stops working when the connection is deleted.
 * @param users What uses the connection; undefined while it is not known.
 * @param isIncomplete Whether not everything that uses connections could be read.
 */
export function describeConsequence(users: Users | undefined, isIncomplete: boolean): string {
  if (users === undefined) {
    return 'We don’t know yet which dataflows use this connection. Flow Service rejects the deletion if there are any.';
  }
  const described = describeUsers(users, isIncomplete);
  if (users.flows.length > 0) {
    return `${described} Flow Service rejects the deletion until you delete the dataflows, and then their source connections, in Experience Platform.`;
  }
  return users.unusedSources.length > 0
    ? `${described} Source connections can no longer read data after the deletion.`
    : described;
}
