import type { DialPolicy } from '../../query-server/dial/dial-policy.ts';
import { findOpening } from './find-opening.ts';
import type { Settings } from './settings.ts';

/**
 * What may be dialled for those who use the server.
 * @param ownPorts May still grow: a server knows its port only once it listens.
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
