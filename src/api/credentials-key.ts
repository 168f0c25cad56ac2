import type { Credentials } from '../flow-service/credentials.ts';

/** Made anew with each load of the page, so that a key tells nothing outside it. */
const seeds = [...crypto.getRandomValues(new Uint32Array(2))];

/**
 * Stands for credentials in a query key, where no secret may be: equal credentials have the same key, and others
 * another one. It keeps nothing of them.
 */
export function credentialsKey(credentials: Credentials | null): string {
  if (credentials === null) return 'server';
  const { apiKey, organizationId, accessToken } = credentials;
  const text = JSON.stringify([apiKey, organizationId, accessToken]);
  return seeds.map((seed) => hash(text, seed).toString(36)).join('-');
}

/** 32 bits in which each bit of the text and of the seed counts, by way of multiplying and folding. */
function hash(text: string, seed: number): number {
  let state = seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x85_eb_ca_6b);
    state ^= state >>> 13;
  }
  state = Math.imul(state ^ (state >>> 16), 0xc2_b2_ae_35);
  return (state ^ (state >>> 15)) >>> 0;
}
