import type { ExploredObject } from '../../flow-service/schemas/explore.ts';

export interface Schema {
  /** Empty for the tables without a schema. */
  readonly name: string;
  readonly count: number;
}

/** The schema of a table: the part of its path before the first period outside of quotes; empty when it has none. */
export function readSchema({ path }: Pick<ExploredObject, 'path'>): string {
  return /^("(?:[^"]|"")*"|[^".]+)\../s.exec(path)?.[1] ?? '';
}

/** The schemas of some tables, in the order of their names. */
export function listSchemas(tables: readonly ExploredObject[]): readonly Schema[] {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const name = readSchema(table);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-US'));
}
