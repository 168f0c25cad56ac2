import { readAccessToken } from '../../flow-service/schemas/access-token.ts';
import type { MintedToken } from './mint-token.ts';
import { ProxyError } from '../proxy-error.ts';

/** The source of the server's access token. */
export interface TokenSource {
  /** A token that is valid for at least some minutes. Concurrent calls share one request. */
  get(): Promise<string>;
  /** Reports that the gateway refused a token; returns whether `get` will return another one. */
  refuse(token: string): boolean;
  /** Epoch milliseconds; null when there is no token, or when the token does not contain its expiry. */
  expiresAt(): number | null;
}

/**
 * A token is renewed this many milliseconds before it expires. The margin is shorter for tokens that live for
 * minutes.
 */
const usualMargin = 5 * 60_000;

/** Milliseconds in which a token is not replaced: if a new token is refused, its age is not the reason. */
const youngest = 30_000;

/** Milliseconds to wait after a failure before the next request. The wait doubles after each further failure. */
const firstPause = 1000;
const longestPause = 60_000;

interface Token {
  readonly value: string;
  /** All three times are in epoch milliseconds. */
  readonly mintedAt: number;
  readonly expiresAt: number;
  readonly renewAt: number;
}

interface Failure {
  readonly detail: string;
  /** How many failures occurred in a row. */
  readonly count: number;
  /** Epoch milliseconds: no request is sent from `since` until `until`. */
  readonly since: number;
  readonly until: number;
}

/** The configured token. It is used unchanged, even when it has expired. */
export function givenToken(accessToken: string): TokenSource {
  return {
    get: () => Promise.resolve(accessToken),
    refuse: () => false,
    expiresAt: () => readAccessToken(accessToken)?.expiresAt ?? null,
  };
}

/**
 * Requests tokens and renews them before they expire. After a failure, no request is sent for a while, and `get`
 * rejects with the stored failure. `now` is in epoch milliseconds; `onToken` receives each token before it is used.
 * `get` rejects with a {@link ProxyError} with `reached: no`, because the request that needs the token was not sent.
 */
export function mintedTokens(
  mint: () => Promise<MintedToken>,
  now: () => number,
  onToken: (token: string) => void,
): TokenSource {
  let current: Token | null = null;
  let failure: Failure | null = null;
  let pending: Promise<Token> | null = null;

  async function renew(): Promise<Token> {
    const mintedAt = now();
    try {
      const { value, lifetime } = await mint();
      onToken(value);
      const expiresAt = mintedAt + lifetime;
      const renewAt = expiresAt - Math.min(usualMargin, lifetime / 10);
      current = { value, mintedAt, expiresAt, renewAt: Math.max(renewAt, mintedAt + youngest) };
      failure = null;
      return current;
    } catch (error) {
      if (!(error instanceof ProxyError)) throw error;
      failure = toFailure(error, (failure?.count ?? 0) + 1, now());
      return withoutNewToken(failure);
    } finally {
      pending = null;
    }
  }

  /** A token is renewed early, so that a failed renewal does not yet make requests fail. */
  function withoutNewToken({ detail, until }: Failure): Token {
    if (current && now() < current.expiresAt) return current;
    const seconds = Math.max(1, Math.ceil((until - now()) / 1000));
    throw new ProxyError('no-token', detail, {}, seconds);
  }

  return {
    async get() {
      if (current && now() < current.renewAt) return current.value;
      if (failure && isWithin(now(), failure.since, failure.until)) return withoutNewToken(failure).value;
      pending ??= renew();
      return (await pending).value;
    },
    refuse(token) {
      // Another request may already have caused its replacement.
      if (current?.value !== token) return true;
      if (isWithin(now(), current.mintedAt, current.mintedAt + youngest)) return false;
      current = null;
      return true;
    },
    expiresAt: () => current?.expiresAt ?? null,
  };
}

function toFailure({ message, retryAfterSeconds }: ProxyError, count: number, now: number): Failure {
  const pause = Math.min(longestPause, firstPause * 2 ** (count - 1));
  return {
    detail: message,
    count,
    since: now,
    until: now + Math.max(pause, (retryAfterSeconds ?? 0) * 1000),
  };
}

/** A time before `start` is not in the range: the clock has been set back since then, by an unknown amount. */
function isWithin(time: number, start: number, end: number): boolean {
  return start <= time && time < end;
}
