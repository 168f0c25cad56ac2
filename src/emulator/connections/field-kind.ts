/** The types of fields that can be filtered and sorted: text, epoch milliseconds, or the state of a connection. */
export type FieldKind = 'text' | 'time' | 'state';

/** The kind of the field at a path such as `connectionSpec.id`; null when there is no such field. */
export type FieldKinds = (path: string) => FieldKind | null;

const connectionFields: ReadonlyMap<string, FieldKind> = new Map([
  // Documented for connections (SORT).
  ['id', 'text'],
  ['name', 'text'],
  ['description', 'text'],
  ['connectionSpec.id', 'text'],
  ['state', 'state'],
  // "Any valid path", except below auth.params, where a filter could be used to guess secrets.
  ['connectionSpec.version', 'text'],
  ['auth.specName', 'text'],
  ['createdAt', 'time'],
  ['updatedAt', 'time'],
  ['createdBy', 'text'],
  ['updatedBy', 'text'],
  ['createdClient', 'text'],
  ['updatedClient', 'text'],
  ['sandboxId', 'text'],
  ['sandboxName', 'text'],
  ['imsOrgId', 'text'],
  ['version', 'text'],
  ['etag', 'text'],
]);

export const connectionFieldKinds: FieldKinds = (path) => connectionFields.get(path) ?? null;

/** `id`, `name`, `providerId` and `attributes.X` (SORT). */
export const specFieldKinds: FieldKinds = (path) =>
  /^(?:id|name|version|providerId|attributes(?:\.\w+)+)$/.test(path) ? 'text' : null;

/** The value at a path; undefined when the path does not exist. */
export function readPath(item: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      item,
    );
}
