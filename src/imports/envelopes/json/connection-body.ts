import * as z from 'zod/mini';
import type { Source } from '../../../sources/source.ts';

/** The body of a create request, or a connection object (docs/flow-service.md#the-connection-object). */
export const connectionBody = z.object({
  name: z.optional(z.unknown()),
  description: z.optional(z.unknown()),
  auth: z.object({ params: z.record(z.string(), z.unknown()) }),
  connectionSpec: z.optional(z.object({ id: z.optional(z.string()) })),
  etag: z.optional(z.unknown()),
  sandboxName: z.optional(z.unknown()),
  imsOrgId: z.optional(z.unknown()),
});
const items = z.object({ items: z.array(z.unknown()) });

/** The elements of a list, as an export or as an answer of Flow Service; any other value is the only element. */
export function bodiesIn(value: unknown): readonly unknown[] {
  const wrapped = items.safeParse(value);
  if (wrapped.success) return wrapped.data.items;
  return Array.isArray(value) ? value : [value];
}

/** Some of the parts of a text, and what to say about the others. */
interface Kept<Part> {
  readonly kept: readonly Part[];
  readonly notes: readonly string[];
}

/**
 * Keeps one connection of a text that has several: the first one of the source, or the first one of all. Parts that
 * are no connection are kept. `bodyOf` returns the body that a part contains.
 */
export function keepOneConnection<Part>(
  parts: readonly Part[],
  bodyOf: (part: Part) => unknown,
  { connectionSpec, name }: Source,
): Kept<Part> {
  const connections = parts.flatMap((part) => {
    const { success, data } = connectionBody.safeParse(bodyOf(part));
    return success ? [{ part, specId: data.connectionSpec?.id }] : [];
  });
  if (connections.length < 2) return { kept: parts, notes: [] };
  const own = connections.find(({ specId }) => specId === connectionSpec.id);
  const { part: chosen } = own ?? connections[0] ?? {};
  const told = `This text has ${connections.length} connections. Only the first ${name} connection was imported.`;
  const left = new Set(connections.map(({ part }) => part).filter((part) => part !== chosen));
  return {
    kept: parts.filter((part) => !left.has(part)),
    // A connection of another source is refused.
    notes: own === undefined ? [] : [told],
  };
}
