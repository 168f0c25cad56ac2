import * as z from 'zod/mini';
import { catch as fallBack } from 'zod/mini';

/** The readable items of a list, and the number of unreadable ones. */
export interface ReadList<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
}

/** The maximum number of items to read from one answer. More items would block the page while it reads them. */
const mostItems = 20_000;

/** A list whose items are parsed one by one, so that an unreadable item does not hide the others. */
export function listOf<Item>(item: z.ZodMiniType<Item>) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((all): ReadList<Item> => {
      const items: Item[] = [];
      for (const one of all.slice(0, mostItems)) {
        const read = item.safeParse(one);
        if (read.success) items.push(read.data);
      }
      return { items, unreadable: all.length - items.length };
    }),
  );
}

const nextPage = z.object({ href: z.string() });

/**
 * A page of a list: `_links.next` is absent on the last page. Its href is relative to the service, and is empty here
 * when it cannot be read.
 */
export function pageOf<Item>(item: z.ZodMiniType<Item>) {
  return z.pipe(
    z.object({ items: listOf(item), _links: optional(z.object({ next: z.unknown() })) }),
    z.transform(({ items: { items, unreadable }, _links }) => {
      const next = _links?.next ?? null;
      return { items, unreadable, next: next === null ? null : (nextPage.safeParse(next).data?.href ?? '') };
    }),
  );
}

/** An optional field, where null means absent. */
export function absentable<Value>(schema: z.ZodMiniType<Value>) {
  return z.pipe(
    z.transform((value: unknown): unknown => value ?? undefined),
    z.optional(schema),
  );
}

/** An optional field: a value of another type counts as absent. See {@link findUnread}. */
export function optional<Value>(schema: z.ZodMiniType<Value>) {
  return fallBack(absentable(schema), undefined);
}

/** A field that is empty when it is absent. */
export function orEmpty(schema: z.ZodMiniType<string | undefined>) {
  return z.pipe(
    schema,
    z.transform((value) => value ?? ''),
  );
}

/** The names of the fields that are present but could not be read. */
export function findUnread(
  item: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.keys(read).filter((field) => read[field] === undefined && (item[field] ?? null) !== null);
}

/** A text of limited length, because pages and forms show it. */
export const text = z.string().check(z.maxLength(10_000));

/**
 * An ID or a name that is safe in requests and URLs: visible ASCII characters, and not a path segment such as `.` or
 * `..`.
 */
export const identifier = z.string().check(z.regex(/^(?!\.{1,2}$)[\x21-\x7e]{1,256}$/));

/**
 * Values of any type, keyed by name. A name may be `__proto__`, which would be lost if the fields were copied one by
 * one.
 */
export const jsonObject = z.pipe(
  z.custom<Readonly<Record<string, unknown>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
  z.transform((values): Readonly<Record<string, unknown>> =>
    isDeeper(values, deepest)
      ? Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withoutDepth(value)]))
      : values,
  ),
);

/** The maximum depth of a value. `JSON.stringify` is recursive and fails at some thousands of levels. */
const deepest = 50;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

function withoutDepth(value: unknown): unknown {
  return isDeeper(value, deepest - 1) ? '(nested too deeply to show)' : value;
}
