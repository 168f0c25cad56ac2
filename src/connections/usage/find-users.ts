import type { Usage } from '../../flow-service/list-usage.ts';
import type { Flow, SourceConnection } from '../../flow-service/schemas/usage.ts';

/** What uses one connection. */
export interface Users {
  readonly flows: readonly Flow[];
  /** Source connections that no dataflow uses. */
  readonly unusedSources: readonly SourceConnection[];
}

/**
 * What uses each connection, by connection ID in lower case. A dataflow names its base connections itself, or names
 * source connections that do.
 */
export function findUsers({ flows, sourceConnections }: Usage): ReadonlyMap<string, Users> {
  const users = new Map<string, { flows: Flow[]; unusedSources: SourceConnection[] }>();
  const usersOf = (id: string) => {
    const key = id.toLowerCase();
    const found = users.get(key) ?? { flows: [], unusedSources: [] };
    users.set(key, found);
    return found;
  };
  const bases = new Map(sourceConnections.map((source) => [source.id, baseOf(source)]));
  const used = new Set<string>();
  for (const flow of flows) {
    const inherited = flow.inheritedAttributes?.sourceConnections ?? [];
    const sourceIds = [...flow.sourceConnectionIds, ...inherited.map(({ id }) => id)];
    for (const id of sourceIds) used.add(id);
    const named = [
      ...inherited.map(({ baseConnection }) => baseConnection?.id),
      ...sourceIds.map((id) => bases.get(id)),
    ];
    const ids = new Set(named.flatMap((id) => id?.toLowerCase() ?? []));
    for (const id of ids) usersOf(id).flows.push(flow);
  }
  for (const source of sourceConnections) {
    const base = baseOf(source);
    if (base !== undefined && !used.has(source.id)) usersOf(base).unusedSources.push(source);
  }
  return users;
}

export const noUsers: Users = { flows: [], unusedSources: [] };

/** In short, such as `2 dataflows`; empty when nothing uses the connection. */
export function countUsers({ flows, unusedSources }: Users): string {
  const counts = [count(flows.length, 'dataflow'), count(unusedSources.length, 'source connection')];
  return counts.filter((text) => text !== '').join(', ');
}

/**
 * In short for a list, where an empty text means that nothing uses the connection.
 * @param isIncomplete Whether not everything that uses connections could be read.
 */
export function countKnownUsers(users: Users, isIncomplete: boolean): string {
  const counted = countUsers(users);
  if (!isIncomplete) return counted;
  return counted === '' ? 'Unknown' : `At least ${counted}`;
}

/**
 * In one sentence or two.
 * @param isIncomplete Whether not everything that uses connections could be read.
 */
export function describeUsers(users: Users, isIncomplete: boolean): string {
  const counted = countUsers(users);
  if (!isIncomplete) return counted === '' ? 'No dataflow uses this connection.' : `Used by ${counted}.`;
  const known = counted === '' ? 'No dataflow was found.' : `Used by at least ${counted}.`;
  return `${known} Not all dataflows could be loaded.`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function baseOf({ baseConnectionId, inheritedAttributes }: SourceConnection): string | undefined {
  return baseConnectionId ?? inheritedAttributes?.baseConnection?.id;
}
