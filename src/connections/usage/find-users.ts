import type { Extent, Usage, UsageExtent } from '../../flow-service/list-usage.ts';
import type { Flow, SourceConnection } from '../../flow-service/schemas/usage.ts';

/** A source connection, by its ID where it could not be read itself. */
export type NamedSource = Pick<SourceConnection, 'id' | 'name'>;

/** A dataflow, with its source connections that use the same connection. */
export interface UsingFlow extends Flow {
  readonly sources: readonly NamedSource[];
}

/** What uses one connection. */
export interface Users {
  readonly flows: readonly UsingFlow[];
  /** Source connections that no known dataflow uses. */
  readonly unusedSources: readonly NamedSource[];
  /** How much could be read. */
  readonly extent: UsageExtent;
  /** Whether some of it is only known from an earlier response. */
  readonly hasEarlier?: boolean;
}

/** Finds what uses a connection, by its ID. */
export type FindUsers = (connectionId: string) => Users;

/**
 * Groups what uses connections. A dataflow names its base connections itself, or names source connections that do. IDs
 * of connections are compared in lower case.
 */
export function findUsers({ flows, sourceConnections, extent, hasEarlier = false }: Usage): FindUsers {
  const users = new Map<string, { flows: UsingFlow[]; unusedSources: NamedSource[] }>();
  const usersOf = (id: string) => {
    const found = users.get(id) ?? { flows: [], unusedSources: [] };
    users.set(id, found);
    return found;
  };
  const known = new Map(sourceConnections.map((source) => [source.id, source]));
  const used = new Set<string>();
  for (const flow of flows) {
    for (const [base, sources] of groupSources(flow, known)) usersOf(base).flows.push({ ...flow, sources });
    for (const id of sourceIdsOf(flow)) used.add(id);
  }
  for (const source of sourceConnections) {
    const base = baseOf(source)?.toLowerCase();
    if (base !== undefined && !used.has(source.id)) usersOf(base).unusedSources.push(source);
  }
  return (id) => ({
    ...(users.get(id.toLowerCase()) ?? { flows: [], unusedSources: [] }),
    extent,
    hasEarlier,
  });
}

/** The source connections of a dataflow, by the ID of their base connection. */
function groupSources(flow: Flow, known: ReadonlyMap<string, SourceConnection>) {
  const named = new Map(
    flow.inheritedAttributes?.sourceConnections.map(({ id, baseConnection }) => [id, baseConnection?.id]),
  );
  const groups = new Map<string, NamedSource[]>();
  for (const id of sourceIdsOf(flow)) {
    const source = known.get(id);
    const bases = [named.get(id), source && baseOf(source)];
    for (const base of new Set(bases.flatMap((base) => base?.toLowerCase() ?? []))) {
      groups.set(base, [...(groups.get(base) ?? []), source ?? { id }]);
    }
  }
  return groups;
}

function sourceIdsOf({ sourceConnectionIds, inheritedAttributes }: Flow): ReadonlySet<string> {
  const inherited = inheritedAttributes?.sourceConnections ?? [];
  return new Set([...sourceConnectionIds, ...inherited.map(({ id }) => id)]);
}

export function isWhole({ flows, sourceConnections }: UsageExtent): boolean {
  return flows === 'all' && sourceConnections === 'all';
}

/** In short, such as `2 dataflows`; empty when nothing uses the connection. */
export function countUsers({ flows, unusedSources }: Users): string {
  const counts = [count(flows.length, 'dataflow'), count(unusedSources.length, 'source connection')];
  return counts.filter((text) => text !== '').join(' and ');
}

/** In short for a list, where an empty text means that nothing uses the connection. */
export function countKnownUsers(users: Users): string {
  const counted = countUsers(users);
  if (isWhole(users.extent)) return counted;
  if (counted === '') return 'Unknown';
  return users.hasEarlier === true ? `${counted} when last checked` : `At least ${counted}`;
}

/** In one sentence or more. */
export function describeUsers(users: Users): string {
  const counted = countUsers(users);
  const { extent } = users;
  if (isWhole(extent)) return counted === '' ? 'No dataflow uses this connection.' : `Used by ${counted}.`;
  const nothing = extent.flows === 'none' ? '' : 'No dataflow was found.';
  const known =
    users.hasEarlier === true
      ? `When it was last checked, it was used by ${counted}.`
      : `Used by at least ${counted}.`;
  return [
    counted === '' ? nothing : known,
    describeExtent(extent.flows, 'dataflows'),
    describeExtent(extent.sourceConnections, 'source connections'),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function describeExtent(extent: Extent, noun: string): string {
  if (extent === 'all') return '';
  return extent === 'some'
    ? `Not all ${noun} could be loaded.`
    : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} could not be loaded.`;
}

/**
 * In one sentence or two, when they could not be read again. An earlier response does not prove that nothing uses the
 * connection now.
 */
export function describeEarlierUsers(users: Users): string {
  const counted = countUsers(users);
  const known = counted === '' ? '' : ` When it was last checked, it was used by ${counted}.`;
  return `What uses this connection could not be loaded again.${known}`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function baseOf({ baseConnectionId, inheritedAttributes }: SourceConnection): string | undefined {
  return baseConnectionId ?? inheritedAttributes?.baseConnection?.id;
}
