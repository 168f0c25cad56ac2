import * as z from 'zod/mini';
import {
  absentable,
  findUnread,
  identifier,
  jsonObject,
  listOf,
  optional,
  orEmpty,
  pageOf,
  text,
} from './lenient.ts';

/** The connection spec of a connection. It has the ID and the version (a string), but no name. */
export const specReference = z.object({ id: z.string(), version: absentable(z.string()) });

/** The etag must be valid in a header, because updates send it back. */
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
 * One connection as Flow Service returns it (OpenAPI `ConnectionItemDTO`, which requires almost no fields). Only its
 * ID must be valid. Other fields that are absent, null or of another type are empty or absent here. Times are epoch
 * milliseconds. `etag` includes its double quotes and is sent back unchanged. `auth.params` is a partial view: how a
 * secret appears in it is undocumented, so no code may rely on it.
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
  /** Empty when the connection has no name. */
  readonly name: string;
  /** Empty when the connection has no etag. */
  readonly etag: string;
  /** Its ID is empty when the connection has no spec. */
  readonly connectionSpec: z.infer<typeof specReference>;
  /** The fields that the service returned and that could not be read. */
  readonly unread?: readonly string[];
}

/** `GET /connections`. */
export const connectionPage = pageOf(connection);

/** `GET /connections?count=true`. */
export const connectionCount = z.object({ count: z.number() });

export const connectionItems = z.object({ items: listOf(connection) });

/**
 * `GET /connections/{id}`: a list with one connection. An answer with another connection than the requested one is
 * invalid.
 */
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

/** The answer of create and update, which does not repeat the connection. */
export const connectionReceipt = z.object({ id: identifier, etag: orEmpty(optional(etagText)) });
export type ConnectionReceipt = z.infer<typeof connectionReceipt>;

/** `GET /connections/{id}/test`: no documented field explains a `false`. */
export const testResult = z.object({ result: z.boolean() });

/**
 * The answer of delete: an empty 204 according to Adobe's tutorial, an empty 202 according to another document. A
 * response with a body may come from a proxy or gateway, and does not prove that the connection was deleted.
 */
export const deletionReceipt = z.literal(undefined);
