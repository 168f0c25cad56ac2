import { isJwtShaped, readAccessToken } from '../flow-service/schemas/access-token.ts';
import { organizationIdPattern } from '../flow-service/credentials.ts';
import { gatewayRefusal, problem } from './refusal.ts';
import { type StoredSandbox, findSandbox } from './sandboxes.ts';

/** The caller, as the gateway identifies it. */
export interface Caller {
  readonly apiKey: string;
  readonly organizationId: string;
  readonly accessToken: string;
}

export interface CallerRules {
  /** Epoch milliseconds. */
  readonly now: number;
  /** API keys that are accepted with any token. */
  readonly keysForAnyToken: ReadonlySet<string>;
  /** The service's memory, see {@link revokedKey}. */
  readonly memory: ReadonlyMap<string, number>;
}

/**
 * Checks token, API key and organization, in this order, as the gateway does (TRB).
 * @throws {Refusal}
 */
export function checkCaller(headers: Headers, rules: CallerRules): Caller {
  const authorization = headers.get('authorization') ?? '';
  if (authorization.trim() === '') throw gatewayRefusal(403010);
  const accessToken = /^Bearer (\S+)$/i.exec(authorization.trim())?.[1];
  if (accessToken === undefined || !isJwtShaped(accessToken) || rules.memory.has(revokedKey(accessToken))) {
    throw gatewayRefusal(401013);
  }
  const claims = readAccessToken(accessToken);
  if (claims?.expiresAt !== null && claims?.expiresAt !== undefined && claims.expiresAt <= rules.now) {
    throw gatewayRefusal(401013);
  }

  const apiKey = headers.get('x-api-key') ?? '';
  if (apiKey === '') throw gatewayRefusal(403000);
  const tokenClient = claims?.clientId ?? null;
  if (tokenClient !== null && tokenClient !== apiKey && !rules.keysForAnyToken.has(apiKey)) {
    throw gatewayRefusal(403003);
  }

  const organizationId = headers.get('x-gw-ims-org-id') ?? '';
  if (organizationId === '') throw gatewayRefusal(400003);
  if (!organizationIdPattern.test(organizationId)) throw gatewayRefusal(403027);
  return { apiKey, organizationId, accessToken };
}

/**
 * The sandbox that a Flow Service call names (ERR-F). Documents disagree on a missing header
 * (docs/flow-service.md#request-headers): here it is an error.
 * @throws {Refusal}
 */
export function checkSandbox(headers: Headers): StoredSandbox {
  if (headers.has('x-sandbox-id')) {
    throw problem('2110-400', 'The header x-sandbox-id is not allowed with a user token.');
  }
  const name = headers.get('x-sandbox-name') ?? '';
  if (name === '') throw problem('2105-400', 'The header x-sandbox-name is missing.');
  if (name === '*')
    throw problem('2113-400', 'The header x-sandbox-name does not accept * for this request.');
  const sandbox = findSandbox(name);
  if (sandbox?.state !== 'active') throw problem('2100-404', `No active sandbox has the name ${name}.`);
  return sandbox;
}

/** The key under which a refused token is remembered. */
export function revokedKey(accessToken: string): string {
  return `revoked ${accessToken}`;
}
