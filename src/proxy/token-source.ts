import * as z from 'zod/mini';
import { readAccessToken } from '../flow-service/access-token.ts';
import { parseJson } from '../flow-service/parse-json.ts';
import { ProxyError } from './proxy-error.ts';
import type { ServerCredentials } from './server-credentials.ts';
import type { Upstream } from './upstream.ts';

/** Where the server's own access token comes from. */
export interface TokenSource {
  /** A token that is valid for some minutes more. Many at once share one request for it. */
  get(): Promise<string>;
  /** Says that the gateway refused a token; returns whether `get` will come up with another one. */
  refuse(token: string): boolean;
  /** Epoch milliseconds; null while there is no token, or when it does not say. */
  expiresAt(): number | null;
}

/** Adobe IMS, OAuth Server-to-Server (contract 4.1); `expires_in` is in seconds. */
const tokenPath = '/ims/token/v3';
const tokenAnswer = z.object({
  access_token: z.string().check(z.regex(/^[\x21-\x7e]+$/)),
  expires_in: z.number().check(z.positive()),
});
/** The codes of RFC 6749, 5.2, and no other text of the answer: it might quote what was sent. */
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

/** Milliseconds before its end at which a token is renewed; less for tokens that live for minutes. */
const usualMargin = 5 * 60_000;

interface Token {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly renewAt: number;
}

/** The token that was configured: used as it is, also when it has expired. */
export function givenToken(accessToken: string): TokenSource {
  return {
    get: () => Promise.resolve(accessToken),
    refuse: () => false,
    expiresAt: () => readAccessToken(accessToken)?.expiresAt ?? null,
  };
}

/**
 * Gets tokens with the client secret and renews them before they end. `now` is in epoch milliseconds; `onToken`
 * hears of each token before it is used.
 * `get` throws a {@link ProxyError} that says `reached: no`: the request it was for has not been sent.
 */
export function mintedTokens(
  credentials: Extract<ServerCredentials, { kind: 'secret' }>,
  ims: Upstream,
  now: () => number,
  onToken: (token: string) => void,
): TokenSource {
  let current: Token | null = null;
  let pending: Promise<Token> | null = null;

  async function renew(): Promise<Token> {
    try {
      current = await mint(credentials, ims, now);
      onToken(current.value);
      return current;
    } catch (error) {
      // Renewed early so that a failure to renew is not yet a failure to work.
      if (current && now() < current.expiresAt) return current;
      throw error;
    } finally {
      pending = null;
    }
  }

  return {
    async get() {
      if (current && now() < current.renewAt) return current.value;
      pending ??= renew();
      return (await pending).value;
    },
    refuse(token) {
      // Another request may have had it replaced already.
      if (current?.value === token) current = null;
      return true;
    },
    expiresAt: () => current?.expiresAt ?? null,
  };
}

async function mint(
  { clientId, clientSecret, scopes }: Extract<ServerCredentials, { kind: 'secret' }>,
  ims: Upstream,
  now: () => number,
): Promise<Token> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: scopes,
  });
  const asked = now();
  const { status, body } = await ask(ims, form);
  const json = parseJson(Buffer.from(body).toString());
  const answer = tokenAnswer.safeParse(json);
  if (status === 200 && answer.success) {
    const lifetime = answer.data.expires_in * 1000;
    const expiresAt = asked + lifetime;
    const margin = Math.min(usualMargin, lifetime / 10);
    return { value: answer.data.access_token, expiresAt, renewAt: expiresAt - margin };
  }
  const refusal = tokenRefusal.safeParse(json);
  throw noToken(refusal.success ? `answered ${status}, ${refusal.data.error}` : `answered ${status}`);
}

async function ask(ims: Upstream, form: URLSearchParams) {
  try {
    return await ims.send({
      method: 'POST',
      path: tokenPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: Buffer.from(form.toString()),
      signal: new AbortController().signal,
    });
  } catch (error) {
    throw error instanceof ProxyError ? noToken(`cannot be asked: ${error.message}`) : error;
  }
}

function noToken(why: string): ProxyError {
  return new ProxyError('no-token', `The server's own access token could not be had. Adobe IMS ${why}.`);
}
