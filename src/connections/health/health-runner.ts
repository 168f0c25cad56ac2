import type { ConnectionTest } from '../../api/connection-test.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { type Store, createStore } from '../../ui/form/store.ts';
import type { LastResult, LastResults } from './health-memory.ts';
import { type TestAllDependencies, testAll } from './test-all.ts';

/** The result of one connection, and its result of the last time. */
export interface HealthResult {
  readonly test: ConnectionTest;
  /** `new` when other connections have a last result; null when there is no last time. */
  readonly before: LastResult['outcome'] | 'new' | null;
}

export interface HealthState {
  readonly phase: 'idle' | 'running' | 'done' | 'canceled' | 'stopped';
  /** The connections of the current or last run. */
  readonly ids: readonly string[];
  readonly running: ReadonlySet<string>;
  /** By connection ID. Each run keeps the results of the connections that it does not test. */
  readonly results: ReadonlyMap<string, HealthResult>;
  /** The connections of the current run that have a result. */
  readonly tested: number;
  /** Until when the service asked to wait, in epoch milliseconds; null when it did not. */
  readonly pausedUntil: number | null;
  /** Why the service rejected the caller; null when it did not. */
  readonly error: Error | null;
  /** The connections that had a result the last time and that no longer exist. */
  readonly gone: readonly LastResult[];
}

export const notTested: HealthState = {
  phase: 'idle',
  ids: [],
  running: new Set(),
  results: new Map(),
  tested: 0,
  pausedUntil: null,
  error: null,
  gone: [],
};

interface HealthDependencies extends TestAllDependencies {
  readonly readLast: () => LastResults;
  readonly writeLast: (results: LastResults) => void;
}

export interface HealthRunner {
  readonly state: Store<HealthState>;
  /** Tests some of the listed connections. It does nothing while tests run. */
  readonly start: (chosen: readonly Connection[], listed: ListedConnections) => void;
  readonly cancel: () => void;
}

interface ListedConnections {
  readonly connections: readonly Connection[];
  /** Whether the list has all connections, so that a missing one no longer exists. */
  readonly isWhole: boolean;
}

export function createHealthRunner(dependencies: HealthDependencies): HealthRunner {
  const { readLast, writeLast } = dependencies;
  const state = createStore(notTested);
  const change = (changes: Partial<HealthState>) => state.set({ ...state.get(), ...changes });
  let current: AbortController | null = null;

  async function run(chosen: readonly Connection[], listed: ListedConnections, { signal }: AbortController) {
    const last = readLast();
    const names = new Map(chosen.map(({ id, name }) => [id, name]));
    const running = new Set<string>();
    const known = new Set(listed.connections.map(({ id }) => id));
    const gone = listed.isWhole ? [...last].filter(([id]) => !known.has(id)) : [];
    const kept = new Map(last);
    for (const [id] of gone) kept.delete(id);
    change({
      phase: 'running',
      ids: chosen.map(({ id }) => id),
      running: new Set(),
      tested: 0,
      pausedUntil: null,
      error: null,
      // A connection that is gone stays in the table of this page.
      gone: [...state.get().gone, ...gone.map(([, result]) => result)],
    });
    try {
      await testAll(
        [...names.keys()],
        dependencies,
        {
          onStart: (id) => {
            running.add(id);
            change({ running: new Set(running), pausedUntil: null });
          },
          onResult: (id, test) => {
            running.delete(id);
            const before = last.get(id)?.outcome ?? (last.size === 0 ? null : 'new');
            kept.set(id, { name: names.get(id) ?? '', outcome: test.outcome });
            const { results, tested } = state.get();
            change({
              running: new Set(running),
              results: new Map(results).set(id, { test, before }),
              tested: tested + 1,
            });
          },
          onPause: (pausedUntil) => change({ pausedUntil }),
        },
        signal,
      );
      finish({ phase: 'done' });
    } catch (error) {
      if (!signal.aborted) finish({ phase: 'stopped', error: error instanceof Error ? error : null });
    } finally {
      writeLast(kept);
    }
  }

  function finish(changes: Pick<HealthState, 'phase'> & Partial<HealthState>): void {
    change({ running: new Set(), pausedUntil: null, ...changes });
  }

  function end(): void {
    current?.abort();
    current = null;
  }

  return {
    state,
    start: (chosen, listed) => {
      if (current !== null) return;
      const controller = new AbortController();
      current = controller;
      void run(chosen, listed, controller).finally(() => {
        if (current === controller) end();
      });
    },
    cancel: () => {
      if (current === null) return;
      end();
      finish({ phase: 'canceled' });
    },
  };
}
