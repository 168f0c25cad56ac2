import * as z from 'zod/mini';
import {
  absentable,
  findUnread,
  identifier,
  jsonObject,
  listOf,
  optional,
  orEmpty,
  text,
} from './lenient.ts';

/** Which connection spec a connection was made from: no name, only the ID and the version, a string. */
export const specReference = z.object({ id: z.string(), version: absentable(z.string()) });

/** A header sends it back. */
const etagText = z.string().check(z.regex(/^[\x20-\x7e]{0,1000}$/));

const details = z.object({
  name: optional(text),
  description: optional(text),
  createdAt: optional(z.number()),
  updatedAt: optional(z.number()),
  createdBy: optional(text),
  updatedBy: optional(text),
  createdClient: optional(text),
  updatedClient: optional(text),
  sandboxId: optional(text),
  sandboxName: optional(text),
  imsOrgId: optional(text),
  connectionSpec: optional(specReference),
  state: optional(text),
  auth: optional(z.object({ specName: absentable(text), params: absentable(jsonObject) })),
  version: optional(text),
  etag: optional(etagText),
});

/**
 * One connection as Flow Service gives it (OpenAPI `ConnectionItemDTO`, which demands next to nothing). Only its ID
 * must be usable; what is absent, null or of another type is empty or absent here. Times are epoch milliseconds; `etag`
 * holds its own double quotes and is passed back verbatim. `auth.params` is a partial view: how a secret looks in it is
 * undocumented, so nothing may rely on it.
 */
export const connection = z.pipe(
  z.looseObject({ id: identifier }),
  z.transform((item): Connection => {
    const read = details.parse(item);
    const { name = '', etag = '', connectionSpec = { id: '' } } = read;
    const unread = findUnread(item, read);
    return { ...read, id: item.id, name, etag, connectionSpec, ...(unread.length > 0 && { unread }) };
  }),
);

export interface Connection extends z.infer<typeof details> {
  readonly id: string;
  /** Empty where there is none. */
  readonly name: string;
  /** Empty where there is none. */
  readonly etag: string;
  /** Its ID is empty where there is none. */
  readonly connectionSpec: z.infer<typeof specReference>;
  /** The fields that the service gave and that could not be read. */
  readonly unread?: readonly string[];
}

/**
 * `GET /connections`: `_links.next` is absent on the last page; its href is relative to the service, and empty here
 * where it cannot be read.
 */
export const connectionPage = z.pipe(
  z.object({ items: listOf(connection), _links: optional(z.object({ next: z.unknown() })) }),
  z.transform(({ items: { items, unreadable }, _links }) => {
    const next = _links?.next ?? null;
    return { items, unreadable, next: next === null ? null : (nextPage.safeParse(next).data?.href ?? '') };
  }),
);

const nextPage = z.object({ href: z.string() });

/** `GET /connections?count=true`. */
export const connectionCount = z.object({ count: z.number() });

export const connectionItems = z.object({ items: listOf(connection) });

/** `GET /connections/{id}`: one connection, in a list all the same. Another one than was asked for is no answer. */
export function connectionItem(id: string) {
  return z.pipe(
    connectionItems,
    z.transform(({ items: { items } }, payload) => {
      const found = items.find((one) => one.id.toLowerCase() === id.toLowerCase());
      if (found !== undefined) return found;
      payload.issues.push({
        code: 'custom',
        message: `The response does not contain the connection ${id}.`,
        input: items,
      });
      return z.NEVER;
    }),
  );
}

/** What create and update answer: the object itself is not echoed. */
export const connectionReceipt = z.object({ id: identifier, etag: orEmpty(optional(etagText)) });
export type ConnectionReceipt = z.infer<typeof connectionReceipt>;

/** `GET /connections/{id}/test`: no reason is documented for a `false`. */
export const testResult = z.object({ result: z.boolean() });

/** What delete answers: an empty 204 by Adobe's tutorial, an empty 202 by another document. */
export const deletionReceipt = z.pipe(
  z.unknown(),
  z.transform((): void => undefined),
);
