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
 * What stops working when the connection is deleted. Only dataflows prevent the deletion (ERR-F).
 * @param users What uses the connection; undefined while it is not known.
 */
export function describeConsequence(users: Users | undefined): string {
  if (users === undefined) {
    return `We don’t know yet which dataflows use this connection. Flow Service rejects the deletion if there are any. ${sourcesBreak}`;
  }
  const { flows, unusedSources, extent } = users;
  const parts = [describeUsers(users)];
  if (flows.length > 0) {
    parts.push(
      'Flow Service rejects the deletion until the dataflows are deleted. In Experience Platform, first delete each dataflow, then its source connections. Then delete this connection.',
    );
  } else if (extent.flows !== 'all') {
    parts.push('Flow Service rejects the deletion if a dataflow uses this connection.');
  }
  if (unusedSources.length > 0 || extent.sourceConnections !== 'all') parts.push(sourcesBreak);
  return parts.join(' ');
}

const sourcesBreak =
  'Source connections do not prevent the deletion, but they can no longer read data after it.';
