import type { ImportNote } from '../import-result.ts';

/** Adobe's Phoenix connector knows one way to sign in; the clients of the query server know more. */
export function authenticationNotes(authentication: string | undefined): ImportNote[] {
  if (!/^(?:SPNEGO|DIGEST|NONE|BEARER)$/i.test(authentication ?? '')) return [];
  return [
    'The address asks for another way to sign in than BASIC; Adobe signs in with a user name and a password only.',
  ];
}
