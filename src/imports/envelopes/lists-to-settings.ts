/**
 * `- NAME=value` in the lists of Docker Compose, and items with `name` and `value` in those of Kubernetes and of Azure App
 * Service, are settings.
 */
export function listsToSettings(document: unknown, depth = 0): unknown {
  if (typeof document !== 'object' || document === null || depth > 50) return document;
  if (!Array.isArray(document)) {
    return Object.fromEntries(
      Object.entries(document).map(([key, value]) => [key, listsToSettings(value, depth + 1)]),
    );
  }
  const pairs = document.map((item: unknown) => toPair(item));
  const isList = pairs.length > 0 && pairs.every((pair) => pair !== null);
  return isList
    ? Object.fromEntries(pairs)
    : document.map((item: unknown) => listsToSettings(item, depth + 1));
}

function toPair(item: unknown): readonly [string, unknown] | null {
  if (typeof item === 'string') {
    const [, name, value = ''] = /^([A-Za-z_][\w.]*)=([\s\S]*)$/.exec(item) ?? [];
    return name === undefined ? null : [name, value];
  }
  if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string')
    return null;
  return 'value' in item ? [item.name, item.value] : 'valueFrom' in item ? [item.name, `<valueFrom>`] : null;
}
