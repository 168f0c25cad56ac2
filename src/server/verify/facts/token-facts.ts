import { type Fact, at, judged, notSeen } from '../fact.ts';

/** Facts about access tokens. */
export const tokenFacts = {
  tokenClient: claim('The claim client_id of a token is the API key.', ({ claims, apiKey }) => {
    const client = at(claims, 'client_id');
    if (client === undefined) return judged(false, 'absent');
    return judged(client === apiKey, client === apiKey ? 'the same' : 'another value');
  }),
  tokenExpiry: claim(
    'The claims created_at and expires_in are strings of milliseconds, and their sum is the expiry.',
    ({ claims, now }) => {
      const [created, lifetime] = [at(claims, 'created_at'), at(claims, 'expires_in')];
      const isText = [created, lifetime].every((value) => typeof value === 'string' && /^\d+$/.test(value));
      const day = 86_400_000;
      const isRecent = Number(created) > now - 30 * day && Number(created) < now + day;
      return judged(
        isText && isRecent && Number(lifetime) <= 30 * day,
        `${typeof created} and ${typeof lifetime}, lifetime ${show(lifetime)}`,
      );
    },
  ),
  tokenWithoutExp: claim('A token has no claims exp and iat.', ({ claims }) => {
    const found = ['exp', 'iat'].filter((name) => at(claims, name) !== undefined);
    return judged(found.length === 0, found.length === 0 ? 'none' : found.join(' and '));
  }),
  tokenUser: claim('The claim user_id of a token ends with @techacct.adobe.com.', ({ claims }) => {
    const user = at(claims, 'user_id');
    if (typeof user !== 'string') return judged(false, 'absent');
    const domain = /@[\w.]+$/.exec(user)?.[0] ?? 'no domain';
    return judged(domain === '@techacct.adobe.com', domain);
  }),
} as const satisfies Record<string, Fact>;

function claim(statement: string, judge: Fact['judge']): Fact {
  return {
    statement,
    label: 'inferred',
    section: 'access-tokens',
    judge: (seen) => (seen.claims === undefined ? notSeen('the token is not readable') : judge(seen)),
  };
}

function show(lifetime: unknown): string {
  return typeof lifetime === 'string' || typeof lifetime === 'number' ? String(lifetime) : 'absent';
}
