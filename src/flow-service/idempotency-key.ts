/** Identifies one write. This page's server carries it out once, however often a browser sends it. */
export type IdempotencyKey = `${string}.${string}`;

export const idempotencyKeyHeader = 'Idempotency-Key';

/**
 * In an answer of `GET /api/attempt`, this header marks that the answer belongs to the write, and not to the request
 * for it.
 */
export const replayedHeader = 'Idempotent-Replayed';

/** 128 random bits that the server generates when it starts. */
export const noncePattern = /^[0-9a-f]{32}$/;

const keyPattern = /^([0-9a-f]{32})\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `<nonce>.<UUID>`, a new one for each click. `nonce` is the `writeNonce` of the server's environment. */
export function createIdempotencyKey(nonce: string): IdempotencyKey {
  // `crypto.randomUUID` is missing on a page that was loaded over plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => markVersion(byte, index).toString(16).padStart(2, '0'));
  const part = (from: number, to: number) => hex.slice(from, to).join('');
  return `${nonce}.${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(10, 16)}`;
}

/** The nonce in a key; null when the text is not a key. */
export function readKeyNonce(text: string): string | null {
  return keyPattern.exec(text)?.[1] ?? null;
}

/** Sets version 4 and the variant of RFC 9562 in the bytes that contain them. */
function markVersion(byte: number, index: number): number {
  if (index === 6) return 0x40 | (byte & 0x0f);
  return index === 8 ? 0x80 | (byte & 0x3f) : byte;
}
