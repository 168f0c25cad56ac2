import { readAccessToken } from '../flow-service/schemas/access-token.ts';
import type { Reading } from './reading.ts';

/** Reads an access token alone, with or without `Bearer` or the name of its header before it. */
export function readToken(text: string): Reading | null {
  const token = text.trim().replace(/^(?:Authorization:\s*)?(?:Bearer\s+)?/i, '');
  // Three words with dots between them are a host name, too; a token has claims that can be read.
  if (readAccessToken(token) === null) return null;
  return {
    kind: 'access-token',
    findings: [{ field: 'accessToken', key: 'access_token', value: token }],
    unknownKeys: [],
    notes: [],
  };
}
