import { readErrorBody } from '../../flow-service/schemas/error-body.ts';
import { toRequestHeaders } from '../../flow-service/request-headers.ts';
import type { ServerCredentials } from './server-credentials.ts';
import type { TokenSource } from './token-source.ts';
import type { Upstream, UpstreamAnswer } from '../upstream/upstream.ts';

/**
 * Sends requests with the server's credentials in place of the browser's. When the gateway refuses the token, the
 * server gets a new one. A request that only reads is then sent again; a write is not.
 */
export function withCredentials(
  send: Upstream['send'],
  { clientId, organizationId }: ServerCredentials,
  tokens: TokenSource,
): Upstream['send'] {
  return async (request) => {
    const sendWith = (accessToken: string) =>
      send({
        ...request,
        headers: {
          ...request.headers,
          ...toLowerCase(toRequestHeaders({ apiKey: clientId, organizationId, accessToken }, null)),
        },
      });
    const token = await tokens.get();
    const answer = await sendWith(token);
    if (!isTokenRefused(answer)) return answer;
    const isRenewable = tokens.refuse(token);
    return isRenewable && request.method === 'GET' ? sendWith(await tokens.get()) : answer;
  };
}

/** 401013, "Oauth token is not valid" (TRB). */
function isTokenRefused({ status, body }: UpstreamAnswer): boolean {
  return status === 401 && readErrorBody(Buffer.from(body).toString()).code === '401013';
}

/** Node returns the browser's headers in lower case, so these names must match to replace them. */
function toLowerCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
