import * as z from 'zod/mini';
import { readFromTab, writeToTab } from '../../session/tab-storage.ts';
import type { TestOutcome } from '../../api/connection-test.ts';
import { type ConnectionScope, toScopeKey } from '../../create/attempt.ts';

/** The last result of a connection in this tab. */
export interface LastResult {
  readonly name: string;
  /** `notTested`: it was to be tested, and never was, because the tests ended early. */
  readonly outcome: TestOutcome | 'notTested';
}

/** The last results of a sandbox by connection ID. */
export type LastResults = ReadonlyMap<string, LastResult>;

export interface HealthMemory {
  readonly read: (scope: ConnectionScope) => LastResults;
  readonly write: (scope: ConnectionScope, results: LastResults) => void;
}

const storageKey = 'connections.tests';

const stored = z.record(
  z.string(),
  z.array(
    z.tuple([z.string(), z.string(), z.enum(['passed', 'failed', 'untestable', 'unknown', 'notTested'])]),
  ),
);

/** The results of the last tests. They are kept after a reload, and contain no error text. */
export function createHealthMemory(storage: Pick<Storage, 'getItem' | 'setItem'> | null): HealthMemory {
  let all = new Map(Object.entries(readFromTab(storage, storageKey, stored) ?? {}));
  return {
    read: (scope) =>
      new Map((all.get(toScopeKey(scope)) ?? []).map(([id, name, outcome]) => [id, { name, outcome }])),
    write: (scope, results) => {
      const entries = [...results].map(([id, { name, outcome }]): [string, string, LastResult['outcome']] => [
        id,
        name,
        outcome,
      ]);
      all = new Map([...all, [toScopeKey(scope), entries]]);
      writeToTab(storage, storageKey, Object.fromEntries(all));
    },
  };
}
