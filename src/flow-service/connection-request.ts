import * as z from 'zod/mini';

/**
 * The body of `POST /connections`. The connection spec defines the content of `auth.params`. The version is always
 * sent, because Adobe's documents disagree on whether it is optional.
 */
export const connectionRequest = z.object({
  name: z.string().check(z.minLength(1)),
  description: z.optional(z.string()),
  auth: z.object({ specName: z.string(), params: z.record(z.string(), z.unknown()) }),
  connectionSpec: z.object({ id: z.string(), version: z.string() }),
});
export type ConnectionRequest = z.infer<typeof connectionRequest>;

/** One operation of `PATCH /connections/{id}` (RFC 6902, lower case as in Adobe's tutorial). */
export const patchOperation = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
]);
export type PatchOperation = z.infer<typeof patchOperation>;
