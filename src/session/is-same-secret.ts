/** What was used for each purpose, as a hash that nothing outside of this page can compute. */
const hashes = new Map<string, string>();

let key: Promise<CryptoKey> | null = null;

/**
 * Whether the secret is certainly the one that was given for this purpose before. From now on, it is the one. The secret
 * itself is not kept: the key of its hash cannot be read, and it is gone after a reload.
 * @param secrets The values by the names of their fields, always in the same order.
 */
export async function isSameSecret(
  purpose: string,
  secrets: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const hash = await hashOf(JSON.stringify(secrets));
  const isSame = hash !== null && hashes.get(purpose) === hash;
  if (hash === null) hashes.delete(purpose);
  else hashes.set(purpose, hash);
  return isSame;
}

/** null where browsers offer no cryptography: on a page that is neither local nor encrypted. */
async function hashOf(text: string): Promise<string | null> {
  // A browser without it has no such property.
  const { subtle }: { subtle?: SubtleCrypto } = crypto;
  if (subtle === undefined) return null;
  key ??= subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await subtle.sign('HMAC', await key, new TextEncoder().encode(text));
  return new Uint8Array(signature).join(' ');
}
