/**
 * A JSON Web Token with the claims of Adobe IMS: `created_at` and `expires_in` are strings of milliseconds
 * (docs/flow-service.md#access-tokens). Its signature is not valid, because nothing here verifies it.
 */
export function mintAccessToken(clientId: string, scope: string, now: number, newId: () => string): string {
  const header = { alg: 'RS256', x5u: 'ims_na1-key-local.cer', itt: 'at' };
  const claims = {
    id: `${now}-${newId()}`,
    type: 'access_token',
    client_id: clientId,
    user_id: `${clientId}@techacct.adobe.com`,
    as: 'ims-na1',
    scope,
    created_at: String(now),
    expires_in: String(tokenLifetimeMilliseconds),
  };
  return [encode(JSON.stringify(header)), encode(JSON.stringify(claims)), encode('local-flow-service')].join(
    '.',
  );
}

/** A day, the lifetime of Adobe's tokens (AUTH). */
export const tokenLifetimeMilliseconds = 86_400_000;

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
