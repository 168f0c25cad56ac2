import * as z from 'zod/mini';
import type { Source } from '../../../sources/source.ts';
import { type ListedConnection, listConnection } from '../../tell-apart.ts';

/** The body of a create request, or a connection object (docs/flow-service.md#the-connection-object). */
export const connectionBody = z.object({
  name: z.optional(z.unknown()),
  description: z.optional(z.unknown()),
  auth: z.object({ specName: z.optional(z.unknown()), params: z.record(z.string(), z.unknown()) }),
  connectionSpec: z.optional(z.object({ id: z.optional(z.string()) })),
  etag: z.optional(z.unknown()),
  sandboxName: z.optional(z.unknown()),
  imsOrgId: z.optional(z.unknown()),
});
const items = z.object({ items: z.array(z.unknown()) });

/**
 * The elements of a list, as an export or as an answer of Flow Service; any other value is the only element. Elements that
 * are not objects, such as null, have no values.
 */
export function bodiesIn(value: unknown): readonly unknown[] {
  const wrapped = items.safeParse(value);
  const all: readonly unknown[] = wrapped.success
    ? wrapped.data.items
    : Array.isArray(value)
      ? value
      : [value];
  return all.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
}

/** Some of the parts of a text, and what to say about the others. */
interface Kept<Part> {
  readonly kept: readonly Part[];
  readonly notes: readonly string[];
  readonly connections: readonly ListedConnection[];
}

/**
 * Keeps one connection of a text that has several: of those of the source, the one at the place `chosen`, or else the
 * first one of all. Parts that are no connection are kept. `bodyOf` returns the body that a part contains.
 */
export function keepOneConnection<Part>(
  parts: readonly Part[],
  bodyOf: (part: Part) => unknown,
  source: Source,
  chosen: number,
): Kept<Part> {
  const all = parts.flatMap((part) => {
    const { success, data } = connectionBody.safeParse(bodyOf(part));
    return success ? [{ part, name: data.name, auth: data.auth, specId: data.connectionSpec?.id }] : [];
  });
  if (all.length < 2) return { kept: parts, notes: [], connections: [] };
  const own = all.filter(({ specId }) => specId === source.connectionSpec.id);
  const taken = own[chosen] ?? own[0] ?? all[0];
  const place = own.length > 1 ? (taken === own[0] ? 'first ' : 'chosen ') : '';
  const told = `This text has ${all.length} connections. Only the ${place}${source.name} connection is imported.`;
  const left = new Set(all.filter((one) => one !== taken).map(({ part }) => part));
  return {
    kept: parts.filter((part) => !left.has(part)),
    // A connection of another source is refused.
    notes: own.length === 0 ? [] : [told],
    connections: own.length > 1 ? own.map(({ name, auth }) => listConnection(name, auth, source)) : [],
  };
}
