import type { Connection } from '../flow-service/schemas/connection.ts';
import { isSecretParam } from '../sources/secrets.ts';
import type { Source } from '../sources/source.ts';
import { unknownParams } from './unknown-params.ts';

/** The part of a connection that says where it leads. */
type Leading = Pick<Connection, 'auth' | 'connectionSpec'>;

/** Whether two connections lead to the same target with the same user. */
export function leadsToSame(source: Source, one: Leading, other: Leading): boolean {
  return (
    one.connectionSpec.id === other.connectionSpec.id &&
    one.auth?.specName === other.auth?.specName &&
    readTarget(source, one) === readTarget(source, other)
  );
}

/**
 * Whether the readable params of a connection say where it leads. If its only params are secrets, such as a connection
 * string, it is not known which other connections have the same target.
 */
export function isTargetReadable(source: Source, connection: Connection): boolean {
  return readTarget(source, connection) !== '[]';
}

/** Finds connections of a list without comparing each one. */
export interface TargetIndex {
  /** The first connection with this name. */
  readonly findNamed: (name: string) => Connection | undefined;
  /**
   * The other connections that lead to the same target with the same user. Those with params that the source does not
   * describe are left out. Empty when the target is not readable.
   */
  readonly findSameTarget: (source: Source, model: Connection) => readonly Connection[];
}

/** The indexes of lists, which do not change. They are kept, so that drawing a page again reads no connection again. */
const indexes = new WeakMap<readonly Connection[], TargetIndex>();

export function indexTargets(connections: readonly Connection[]): TargetIndex {
  const index = indexes.get(connections) ?? createIndex(connections);
  indexes.set(connections, index);
  return index;
}

function createIndex(connections: readonly Connection[]): TargetIndex {
  const byName = groupBy(connections, ({ name }) => name);
  const byKind = groupBy(connections, toKind);
  const grouped = new Map<Source, Map<string, ReadonlyMap<string, readonly Connection[]>>>();
  const targetsOf = (source: Source, model: Connection) => {
    const ofSource = grouped.get(source) ?? new Map<string, ReadonlyMap<string, readonly Connection[]>>();
    grouped.set(source, ofSource);
    const kind = toKind(model);
    const known = ofSource.get(kind) ?? groupByTarget(source, byKind.get(kind) ?? []);
    ofSource.set(kind, known);
    return known;
  };
  return {
    findNamed: (name) => byName.get(name)?.[0],
    findSameTarget(source, model) {
      if (!isTargetReadable(source, model)) return [];
      const same = targetsOf(source, model).get(readTarget(source, model)) ?? [];
      return same.filter(({ id }) => id !== model.id);
    },
  };
}

function groupByTarget(source: Source, connections: readonly Connection[]) {
  const described = connections.filter((connection) => unknownParams(source, connection).length === 0);
  return groupBy(described, (connection) => readTarget(source, connection));
}

function groupBy(connections: readonly Connection[], keyOf: (connection: Connection) => string) {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const key = keyOf(connection);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [connection]);
    else group.push(connection);
  }
  return groups;
}

/** The spec and auth method of a connection. */
function toKind({ connectionSpec, auth }: Connection): string {
  return JSON.stringify([connectionSpec.id, auth?.specName]);
}

/** The targets of connections, which do not change. They are kept, because each connection is compared many times. */
const targets = new WeakMap<Source, WeakMap<Leading, string>>();

/** The target and user of a connection as a text. Equal texts mean the same target. */
function readTarget(source: Source, connection: Leading): string {
  const known = targets.get(source) ?? new WeakMap<Leading, string>();
  targets.set(source, known);
  const target = known.get(connection) ?? toTarget(source, connection);
  known.set(connection, target);
  return target;
}

function toTarget(source: Source, { auth }: Leading): string {
  return JSON.stringify(readableParams(source, auth?.params ?? {}));
}

/** As texts in a fixed order, because a service may convert numbers to text or back. */
export function readableParams({ authMethod, endpoint }: Source, params: Readonly<Record<string, unknown>>) {
  return authMethod.params
    .filter((param) => !isSecretParam(param) && (params[param.name] ?? '') !== '')
    .map(({ name, control }) => {
      const value = params[name];
      const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
      if (control === 'switch') return [name, text.toLowerCase()];
      return [name, name === endpoint?.host ? lowerHost(text) : text];
    });
}

/** Only the name of a host is the same in any case (RFC 4343). Users, paths and databases may differ in case alone. */
function lowerHost(address: string): string {
  return address.replace(/^(?:[a-z][a-z\d+.-]*:\/\/)?[^/]*/i, (start) => start.toLowerCase());
}
