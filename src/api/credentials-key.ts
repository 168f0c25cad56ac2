import type { Credentials } from '../flow-service/credentials.ts';

/** Generated at each page load, so that a key reveals nothing outside the page. */
const seeds = [...crypto.getRandomValues(new Uint32Array(2))];

/**
 * Represents credentials in a query key, which must not contain a secret. Equal credentials have the same key,
 * different credentials have different keys. The credentials cannot be derived from the key.
 */
export function credentialsKey(credentials: Credentials | null): string {
  if (credentials === null) return 'server';
  const { apiKey, organizationId, accessToken } = credentials;
  const text = JSON.stringify([apiKey, organizationId, accessToken]);
  return seeds.map((seed) => hash(text, seed).toString(36)).join('-');
}

/** A 32-bit hash that depends on every bit of the text and of the seed. */
function hash(text: string, seed: number): number {
  let state = seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x85_eb_ca_6b);
    state ^= state >>> 13;
  }
  state = Math.imul(state ^ (state >>> 16), 0xc2_b2_ae_35);
  return (state ^ (state >>> 15)) >>> 0;
}
