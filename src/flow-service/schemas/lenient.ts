import * as z from 'zod/mini';
import { catch as fallBack } from 'zod/mini';

/** What could be read of a list, and how many of its items could not. */
export interface ReadList<Item> {
  readonly items: readonly Item[];
  readonly unreadable: number;
}

/** More items of one answer are not read: the page would stand still meanwhile. */
const mostItems = 20_000;

/** A list whose items are read one by one, so that an unreadable item does not hide the others. */
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

/** A field that may be absent, and null means the same. */
export function absentable<Value>(schema: z.ZodMiniType<Value>) {
  return z.pipe(
    z.transform((value: unknown): unknown => value ?? undefined),
    z.optional(schema),
  );
}

/** A field that an item can do without: whatever is not of its type counts as absent. See {@link findUnread}. */
export function optional<Value>(schema: z.ZodMiniType<Value>) {
  return fallBack(absentable(schema), undefined);
}

/** A field that is empty where it is absent. */
export function orEmpty(schema: z.ZodMiniType<string | undefined>) {
  return z.pipe(
    schema,
    z.transform((value) => value ?? ''),
  );
}

/** The fields that an item has and that could not be read, by their names. */
export function findUnread(
  item: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.keys(read).filter((field) => read[field] === undefined && (item[field] ?? null) !== null);
}

/** A text of a length that a person could have written: a page shows it, and a form may hold it. */
export const text = z.string().check(z.maxLength(10_000));

/**
 * An ID or a name that requests and addresses can hold: visible ASCII characters, and no path segment that means
 * another folder.
 */
export const identifier = z.string().check(z.regex(/^(?!\.{1,2}$)[\x21-\x7e]{1,256}$/));

/** Values by their names, of any kind. A name may be `__proto__`, which copying field by field would lose. */
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

/** How many levels a value may have. What writes JSON calls itself for every level, and fails at some thousands. */
const deepest = 50;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

function withoutDepth(value: unknown): unknown {
  return isDeeper(value, deepest - 1) ? '(nested too deeply to show)' : value;
}
