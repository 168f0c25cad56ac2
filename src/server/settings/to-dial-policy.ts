import type { DialPolicy } from '../../query-server/dial/dial-policy.ts';
import { findOpening } from './find-opening.ts';
import type { Settings } from './settings.ts';

/**
 * The addresses and ports that may be dialed for users of the server.
 * @param ownPorts May be extended later, because a server knows its port only after it has started to listen.
 */
export function toDialPolicy(
  { host, publicOrigin, connectionCheck }: Pick<Settings, 'host' | 'publicOrigin' | 'connectionCheck'>,
  ownPorts: readonly number[],
): DialPolicy {
  if (findOpening(host, publicOrigin) === null) return { reach: 'closed', ranges: [], ownPorts };
  return connectionCheck.isAllowed
    ? { reach: 'global', ranges: connectionCheck.ranges, ownPorts }
    : { reach: 'off', ranges: [], ownPorts };
}
