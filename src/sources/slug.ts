/** Words that are addresses of other pages, so no source can use them. */
export const reservedSlugs: readonly string[] = ['platform', 'review', 'sources'];

interface NamedSpec {
  readonly id: string;
  readonly name?: string | undefined;
}

/**
 * The address of each spec, by its ID: its name if that is readable, unique and not the address of another page,
 * otherwise the ID. An address does not change when another spec is added with a name that is already in use, except
 * that both then have their IDs.
 */
export function toSlugs(specs: readonly NamedSpec[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { id, name = '' } of specs) owners.set(name, (owners.get(name) ?? new Set()).add(id));
  const ids = new Set(specs.map(({ id }) => id));
  return new Map(
    specs.map(({ id, name = '' }) => {
      const isUsable =
        /^[a-z0-9-]+$/.test(name) &&
        !reservedSlugs.includes(name) &&
        owners.get(name)?.size === 1 &&
        // An ID of another spec would lead there.
        (name === id || !ids.has(name));
      return [id, isUsable ? name : id];
    }),
  );
}
