import { isObject, read } from './read-value.ts';

/** What a source collects: tables by their paths, files by theirs, or data that only its own params describe. */
export interface SourceKind {
  readonly kind: 'tables' | 'files' | 'other';
  /** The params of a source connection of `other`, as far as the definition names them. */
  readonly params: readonly string[];
}

/** Documented databases have tables. Of other sources, the definition says how their data is explored, if it is known. */
export function readSourceKind(spec: object | null, isDocumented: boolean): SourceKind {
  const explored = [read(read(spec, 'exploreSpec'), 'name'), read(read(spec, 'exploreSpec'), 'type')];
  const isAny = (pattern: RegExp) => explored.some((one) => typeof one === 'string' && pattern.test(one));
  if (isAny(/tabular/i)) return { kind: 'tables', params: [] };
  if (isAny(/file/i)) return { kind: 'files', params: [] };
  if (isDocumented || spec === null) return { kind: 'tables', params: [] };
  const properties = read(read(read(spec, 'sourceSpec'), 'spec'), 'properties');
  return { kind: 'other', params: isObject(properties) ? Object.keys(properties).slice(0, 50) : [] };
}
