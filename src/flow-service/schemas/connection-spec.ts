import * as z from 'zod/mini';
import { type ReadList, jsonObject, listOf, optional, text } from './lenient.ts';

/**
 * A connection spec: a kind of connection, and the JSON Schema (draft-07) of its credentials. The spelling of
 * `authSpec[].type` differs between specs, so no code compares it.
 */
export const connectionSpec = z.object({
  id: z.string(),
  name: optional(text),
  version: optional(text),
  providerId: optional(text),
  authSpec: optional(
    z.pipe(
      listOf(z.object({ name: text, spec: optional(jsonObject) })),
      z.transform(({ items }) => items),
    ),
  ),
  attributes: optional(jsonObject),
  sourceSpec: optional(jsonObject),
});
export type ConnectionSpec = z.infer<typeof connectionSpec>;

/**
 * `GET /connectionSpecs` and `GET /connectionSpecs/{id}` both wrap their specs in `items`. Some samples show a single
 * spec without `items`.
 */
export const connectionSpecItems = z.union([
  z.object({ items: listOf(connectionSpec) }),
  z.pipe(
    connectionSpec,
    z.transform((spec): { items: ReadList<ConnectionSpec> } => ({ items: { items: [spec], unreadable: 0 } })),
  ),
]);
