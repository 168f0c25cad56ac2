import type { Environment } from '../../flow-service/schemas/environment.ts';
import { isLoopback } from '../../proxy/check-origin.ts';
import type { Settings } from './settings.ts';

/** Adobe's Identity Management System, which issues the access tokens (IMS-REF). */
const adobeIms = 'https://ims-na1.adobelogin.com';

/** The origin of the service that issues tokens for a gateway. The local Flow Service issues its own. */
export function findImsOrigin({ imsOrigin }: Pick<Settings, 'imsOrigin'>, gatewayOrigin: string): string {
  return imsOrigin ?? (toTarget(gatewayOrigin) === 'local' ? gatewayOrigin : adobeIms);
}

/** A gateway on this machine counts as the local Flow Service. */
export function toTarget(gatewayOrigin: string): Environment['target'] {
  const { hostname } = new URL(gatewayOrigin);
  if (isLoopback(hostname)) return 'local';
  return hostname.endsWith('.adobe.io') ? 'adobe' : 'other';
}
