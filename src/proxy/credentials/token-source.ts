import { readAccessToken } from '../../flow-service/schemas/access-token.ts';
import type { MintedToken } from './mint-token.ts';
import { ProxyError } from '../proxy-error.ts';

/** Where the server's own access token comes from. */
export interface TokenSource {
  /** A token that is valid for some minutes more. Many at once share one request for it. */
  get(): Promise<string>;
  /** Says that the gateway refused a token; returns whether `get` will come up with another one. */
  refuse(token: string): boolean;
  /** Epoch milliseconds; null while there is no token, or when it does not say. */
  expiresAt(): number | null;
}

/** Milliseconds before its end at which a token is renewed; less for tokens that live for minutes. */
const usualMargin = 5 * 60_000;

/** Milliseconds in which no token is replaced: one that is refused so soon is not refused for its age. */
const youngest = 30_000;

/** Milliseconds to wait after a failure before asking again: twice as long after each further one. */
const firstPause = 1000;
const longestPause = 60_000;

interface Token {
  readonly value: string;
  /** All three in epoch milliseconds. */
  readonly mintedAt: number;
  readonly expiresAt: number;
  readonly renewAt: number;
}

interface Failure {
  readonly detail: string;
  /** How many there were in a row. */
  readonly count: number;
  /** Epoch milliseconds from and until which nobody is asked again. */
  readonly since: number;
  readonly until: number;
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
 * Mints tokens and renews them before they end. After a failure nobody is asked for a while, and who wants a token
 * gets the remembered failure. `now` is in epoch milliseconds; `onToken` hears of each token before it is used.
 * `get` throws a {@link ProxyError} that says `reached: no`: the request it was for has not been sent.
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

  /** Renewed early so that a failure to renew is not yet a failure to work. */
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
      // Another request may have had it replaced already.
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

/** A time before the beginning is none of these: the clock has been set back since, and nobody knows by how much. */
function isWithin(time: number, start: number, end: number): boolean {
  return start <= time && time < end;
}
