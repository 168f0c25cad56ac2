import { mintToken } from './mint-token.ts';
import type { ServerCredentials } from './server-credentials.ts';
import { type TokenSource, givenToken, mintedTokens } from './token-source.ts';
import type { Upstream } from '../upstream/upstream.ts';

/** The source of access tokens for the server's credentials. `onToken` receives each new token before it is used. */
export function createTokenSource(
  credentials: ServerCredentials,
  ims: Upstream,
  now: () => number,
  onToken: (token: string) => void,
): TokenSource {
  return credentials.kind === 'token'
    ? givenToken(credentials.accessToken)
    : mintedTokens(() => mintToken(credentials, ims, now), now, onToken);
}
