import { createHmac, randomBytes } from 'node:crypto';
import { idempotencyKeyHeader, readKeyNonce } from '../../flow-service/idempotency-key.ts';
import { ProxyError } from '../proxy-error.ts';
import { stale } from './store-errors.ts';
import type { UpstreamRequest } from '../upstream/upstream.ts';

/** The headers that identify the caller and the resource, in addition to method, path and body. */
const identifyingHeaders = [
  'authorization',
  'x-api-key',
  'x-gw-ims-org-id',
  'x-sandbox-name',
  'if-match',
] as const;

/**
 * The idempotency key of a write; null for a program that sent none.
 * @throws {ProxyError} `key-required` for a browser, because browsers may resend a request automatically.
 */
export function readWriteKey(headers: Headers, nonce: string): string | null {
  if (headers.has(idempotencyKeyHeader)) return readKey(headers, nonce);
  // Pages cannot set this header. Every browser sends it if the connection is protected from eavesdropping.
  if (!headers.has('sec-fetch-site')) return null;
  throw new ProxyError(
    'key-required',
    'Requests from a browser that change data must have an Idempotency-Key header.',
  );
}

/** @throws {ProxyError} `malformed-key`; `stale-key` when the key is from an earlier run of the server. */
export function readKey(headers: Headers, nonce: string): string {
  const key = headers.get(idempotencyKeyHeader) ?? '';
  const given = readKeyNonce(key);
  if (given === null) {
    throw new ProxyError(
      'malformed-key',
      'The Idempotency-Key must consist of the writeNonce, a period and a UUID.',
    );
  }
  if (given !== nonce) throw stale();
  return key;
}

export function createNonce(): string {
  return randomBytes(16).toString('hex');
}

export function createSecret(): string {
  return randomBytes(32).toString('hex');
}

/** Identifies requests without storing their content. The digests can be computed only with the secret. */
export function toFingerprint(
  secret: string,
  { method, path, headers, body }: Omit<UpstreamRequest, 'signal'>,
): string {
  const facts = [method, path, ...identifyingHeaders.map((name) => headers[name] ?? null)];
  // JSON contains no zero byte, so the body cannot be mistaken for a header.
  return createHmac('sha256', secret)
    .update(`${JSON.stringify(facts)}\0`)
    .update(body ?? '')
    .digest('base64');
}
