import { readAccessToken } from '../flow-service/schemas/access-token.ts';
import type { Reading } from './reading.ts';

/** Reads an access token alone, optionally after `Bearer` or the name of its header. */
export function readToken(text: string): Reading | null {
  const token = text.trim().replace(/^(?:Authorization:\s*)?(?:Bearer\s+)?/i, '');
  // A host name may also be three words separated by dots, but only a token has readable claims.
  if (readAccessToken(token) === null) return null;
  return {
    kind: 'access-token',
    findings: [{ field: 'accessToken', key: 'access_token', value: token }],
    unknownKeys: [],
    notes: [],
  };
}
