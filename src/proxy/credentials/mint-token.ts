import * as z from 'zod/mini';
import { readRetryAfter } from '../../flow-service/flow-service-error.ts';
import { parseJson } from '../../flow-service/schemas/parse-json.ts';
import { ProxyError } from '../proxy-error.ts';
import type { ServerCredentials } from './server-credentials.ts';
import type { Upstream, UpstreamAnswer } from '../upstream/upstream.ts';

/** Adobe IMS, OAuth Server-to-Server (IMS-REF); `expires_in` is in seconds. */
const tokenPath = '/ims/token/v3';
const tokenAnswer = z.object({
  access_token: z.string().check(z.regex(/^[\x21-\x7e]+$/)),
  expires_in: z.number().check(z.positive()),
});
/** The codes of RFC 6749, 5.2. No other text of the answer is used, because it might quote the request. */
const tokenRefusal = z.object({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ]),
});

export interface MintedToken {
  readonly value: string;
  /** Milliseconds since the request. */
  readonly lifetime: number;
}

/**
 * Requests an access token with the client secret, once. `now` is in epoch milliseconds.
 * @throws {ProxyError} `no-token`, with the retry time from IMS.
 */
export async function mintToken(
  credentials: Extract<ServerCredentials, { kind: 'secret' }>,
  ims: Upstream,
  now: () => number,
): Promise<MintedToken> {
  const { status, headers, body } = await ask(credentials, ims);
  const json = parseJson(Buffer.from(body).toString());
  const answer = tokenAnswer.safeParse(json);
  if (status === 200 && answer.success) {
    return { value: answer.data.access_token, lifetime: answer.data.expires_in * 1000 };
  }
  const refusal = tokenRefusal.safeParse(json);
  const why = refusal.success
    ? `responded with ${status}, ${refusal.data.error}.`
    : `responded with ${status}.`;
  const retryAfter = headers['retry-after'];
  throw noToken(why, typeof retryAfter === 'string' ? readRetryAfter(retryAfter, now()) : null);
}

async function ask(
  { clientId, clientSecret, scopes }: Extract<ServerCredentials, { kind: 'secret' }>,
  ims: Upstream,
): Promise<UpstreamAnswer> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes,
  });
  try {
    return await ims.send({
      method: 'POST',
      path: tokenPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: Buffer.from(form.toString()),
      signal: new AbortController().signal,
    });
  } catch (error) {
    throw error instanceof ProxyError ? noToken(`cannot be reached: ${error.message}`, null) : error;
  }
}

function noToken(why: string, retryAfterSeconds: number | null): ProxyError {
  const detail = `The server could not get an access token. Adobe IMS ${why}`;
  return new ProxyError('no-token', detail, {}, retryAfterSeconds);
}
