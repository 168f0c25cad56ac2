import * as z from 'zod/mini';
import { problem } from '../refusal.ts';
import { sortKey } from './sort-order.ts';

const selectionSchema = z.object({
  properties: z.array(z.string()),
  orderby: z.nullable(z.string()),
  limit: z.int().check(z.gte(1)),
  after: z.nullable(sortKey),
});

/** Which connections to list, in which order, how many, and after which one. */
export type Selection = z.infer<typeof selectionSchema>;

/** The token contains the whole selection, because the link to the next page has no other parameter (OAS-S). */
export function writeContinuationToken(next: Selection): string {
  const bytes = new TextEncoder().encode(JSON.stringify(next));
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** @throws {Refusal} 1452-400 for a token that this service did not issue */
export function readContinuationToken(token: string): Selection {
  try {
    const text = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
    return selectionSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw problem('1452-400', 'The continuationToken was not issued by this service.');
  }
}
