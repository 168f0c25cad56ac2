import { isSecretParam } from './changed-specs.ts';

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
  // "Any valid path" (SORT).
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

/** Params can be filtered too, except secrets, which a filter could be used to guess. */
export const connectionFieldKinds: FieldKinds = (path) => {
  const param = /^auth\.params\.([\w-]+)/.exec(path)?.[1];
  if (param !== undefined) return isSecretParam(param) ? null : 'text';
  return connectionFields.get(path) ?? null;
};

const entityFields = new Map([...connectionFields].filter(([path]) => !path.startsWith('auth.')));

/** The fields of a source connection that can be filtered and sorted (SORT). */
export const sourceConnectionFieldKinds: FieldKinds = (path) =>
  path === 'baseConnectionId' || /^(?:inheritedAttributes\.baseConnection|params)\.[\w.]+$/.test(path)
    ? 'text'
    : (entityFields.get(path) ?? null);

/** The fields of a dataflow that can be filtered and sorted (SORT). */
export const flowFieldKinds: FieldKinds = (path) =>
  /^(?:sourceConnectionIds\[\]|flowSpec\.id|inheritedAttributes\.sourceConnections\[\]\.[\w.]+)$/.test(path)
    ? 'text'
    : (entityFields.get(path) ?? null);

/** `id`, `name`, `providerId`, `attributes.X` (SORT), and what the other objects of a spec contain. */
export const specFieldKinds: FieldKinds = (path) =>
  /^(?:id|name|version|type|providerId|(?:attributes|authSpec\[\]|sourceSpec|exploreSpec)(?:\.[\w-]+(?:\[\])?)+)$/.test(
    path,
  )
    ? 'text'
    : null;

/** The values at a path. A path has `[]` after the name of an array, and then every item counts (SORT). */
export function readValues(item: unknown, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>(
    (values, part) =>
      values.flatMap((value) => {
        if (typeof value !== 'object' || value === null) return [];
        const found: unknown = Reflect.get(value, part.replace(/\[\]$/, ''));
        return part.endsWith('[]') && Array.isArray(found) ? found : [found];
      }),
    [item],
  );
}
