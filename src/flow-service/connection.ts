import * as z from 'zod/mini';

/** Which connection spec a connection was made from: no name, only the ID and the version, a string. */
export const specReference = z.object({ id: z.string(), version: z.optional(z.string()) });

/**
 * One connection as Flow Service gives it (OpenAPI `ConnectionItemDTO`). Only what every sample carries is
 * demanded; times are epoch milliseconds; `etag` holds its own double quotes and is passed back verbatim.
 * `auth.params` is a partial view: how a secret looks in it is undocumented, so nothing may rely on it.
 */
export const connection = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  createdAt: z.optional(z.number()),
  updatedAt: z.optional(z.number()),
  createdBy: z.optional(z.string()),
  updatedBy: z.optional(z.string()),
  createdClient: z.optional(z.string()),
  updatedClient: z.optional(z.string()),
  sandboxId: z.optional(z.string()),
  sandboxName: z.optional(z.string()),
  imsOrgId: z.optional(z.string()),
  connectionSpec: specReference,
  state: z.optional(z.string()),
  auth: z.optional(
    z.object({
      specName: z.optional(z.string()),
      params: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  version: z.optional(z.string()),
  /** In every sample; a list must not fail for want of it. */
  etag: z._default(z.string(), ''),
});
export type Connection = z.infer<typeof connection>;

/** `GET /connections`: `_links.next` is absent on the last page; its href is relative to the service. */
export const connectionPage = z.object({
  items: z.array(connection),
  _links: z.optional(z.object({ next: z.optional(z.object({ href: z.string() })) })),
});

/** `GET /connections?count=true`. */
export const connectionCount = z.object({ count: z.number() });

/** `GET /connections/{id}`: one connection, in a list all the same. */
export const connectionItems = z.object({ items: z.tuple([connection], connection) });

/** What create and update answer: the object itself is not echoed. */
export const connectionReceipt = z.object({ id: z.string().check(z.minLength(1)), etag: z.string() });
export type ConnectionReceipt = z.infer<typeof connectionReceipt>;

/** `GET /connections/{id}/test`: no reason is documented for a `false`. */
export const testResult = z.object({ result: z.boolean() });

/** What delete answers: an empty 204 by Adobe's tutorial, an empty 202 by another document. */
export const deletionReceipt = z.pipe(
  z.unknown(),
  z.transform((): void => undefined),
);
