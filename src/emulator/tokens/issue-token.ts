import { type Answer, jsonAnswer } from '../answer.ts';
import { mintAccessToken } from './mint-access-token.ts';

/**
 * `POST /ims/token/v3` (IMS-REF), and `v2`, which PM uses: OAuth server-to-server, the four values in the form body
 * or in the query.
 * The error bodies are inferred from public client code (docs/flow-service.md#access-tokens).
 */
export function issueToken(params: URLSearchParams, now: number, newId: () => string): Answer {
  if (params.get('grant_type') !== 'client_credentials') {
    return oauthError('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  const clientId = params.get('client_id') ?? '';
  if (clientId === '') return oauthError('invalid_client', 'invalid client_id parameter');
  const secret = params.get('client_secret') ?? '';
  if (secret === '' || secret === wrongClientSecret) {
    return oauthError('invalid_client', 'invalid client_secret parameter');
  }
  const scope = params.get('scope') ?? '';
  if (scope === '') return oauthError('invalid_scope', 'invalid scope parameter');
  return jsonAnswer(200, {
    access_token: mintAccessToken(clientId, scope, now, newId),
    token_type: 'bearer',
    // Seconds, as in IMS-REF's sample.
    expires_in: 86_399,
  });
}

/** The one client secret that is refused. */
export const wrongClientSecret = 'wrong-client-secret';

function oauthError(error: string, description: string): Answer {
  return jsonAnswer(400, { error, error_description: description });
}
