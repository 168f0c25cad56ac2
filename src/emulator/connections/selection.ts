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
  return Buffer.from(JSON.stringify(next)).toString('base64url');
}

/** @throws {Refusal} 1452-400 for a token that this service did not issue */
export function readContinuationToken(token: string): Selection {
  try {
    return selectionSchema.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    throw problem('1452-400', 'The continuationToken was not issued by this service.');
  }
}
