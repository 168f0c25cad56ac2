import * as z from 'zod/mini';

/**
 * A connection spec: what can be connected, and the JSON Schema (draft-07) of its credentials.
 * `authSpec[].type` is spelt in many ways across specs, so nothing matches on it.
 */
export const connectionSpec = z.object({
  id: z.string(),
  name: z.string(),
  version: z.optional(z.string()),
  providerId: z.optional(z.string()),
  authSpec: z.optional(
    z.array(z.object({ name: z.string(), spec: z.optional(z.record(z.string(), z.unknown())) })),
  ),
  attributes: z.optional(z.record(z.string(), z.unknown())),
});
export type ConnectionSpec = z.infer<typeof connectionSpec>;

/** `GET /connectionSpecs` and `GET /connectionSpecs/{id}` both wrap in `items`. */
export const connectionSpecItems = z.object({ items: z.array(connectionSpec) });
