import * as z from 'zod/mini';
import { optional } from './lenient.ts';

/** The claims of an access token; a missing claim is `null`. */
export interface AccessTokenClaims {
  readonly clientId: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

const numeric = z.union([z.number(), z.pipe(z.string().check(z.regex(/^\d+$/)), z.transform(Number))]);

/**
 * Adobe IMS writes `created_at` and `expires_in` as strings of milliseconds, and no `exp`
 * (test fixtures of Adobe's Asset Compute SDK; not formally documented). `exp` in seconds is read too.
 */
const claims = z.object({
  client_id: optional(z.string().check(z.maxLength(256))),
  created_at: optional(numeric),
  expires_in: optional(numeric),
  exp: optional(numeric),
});

const jwtPattern = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Whether a text has the form of a JSON Web Token: three base64url parts separated by dots. */
export function isJwtShaped(token: string): boolean {
  return jwtPattern.test(token);
}

/**
 * Reads the claims of an access token without verifying them, so they must not be trusted. `null` when the text is
 * not a JSON Web Token with a readable payload.
 */
export function readAccessToken(token: string): AccessTokenClaims | null {
  if (!isJwtShaped(token)) return null;
  const result = claims.safeParse(decodePayload(token.split('.')[1] ?? ''));
  if (!result.success) return null;
  const { client_id: clientId, created_at: createdAt, expires_in: expiresIn, exp } = result.data;
  const expiresAt =
    createdAt !== undefined && expiresIn !== undefined ? createdAt + expiresIn : (exp ?? NaN) * 1000;
  return { clientId: clientId ?? null, expiresAt: isMoment(expiresAt) ? expiresAt : null };
}

/** Whether a number of milliseconds is in the range of ECMAScript dates. */
function isMoment(milliseconds: number): boolean {
  return Math.abs(milliseconds) <= 8.64e15;
}

function decodePayload(payload: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
