import type { ConnectionTest } from '../../api/connection-test.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { type Store, createStore } from '../../ui/form/store.ts';
import type { LastResult, LastResults } from './health-memory.ts';
import { type TestAllDependencies, type TestAllEvents, testAll } from './test-all.ts';

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

/** Milliseconds between two changes of the state, because drawing each result of many would take seconds. */
const publishEvery = 100;

export function createHealthRunner(dependencies: HealthDependencies): HealthRunner {
  const { readLast, writeLast } = dependencies;
  const state = createStore(notTested);
  const results = new Map<string, HealthResult>();
  const running = new Set<string>();
  let progress: Pick<HealthState, 'tested' | 'pausedUntil'> = { tested: 0, pausedUntil: null };
  let timer: ReturnType<typeof setTimeout> | null = null;
  let current: AbortController | null = null;

  function publish(changes: Partial<HealthState> = {}): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    state.set({
      ...state.get(),
      ...progress,
      running: new Set(running),
      results: new Map(results),
      ...changes,
    });
  }

  function publishSoon(changes: Partial<typeof progress>): void {
    progress = { ...progress, ...changes };
    timer ??= setTimeout(publish, publishEvery);
  }

  async function run(
    chosen: readonly Connection[],
    listed: ListedConnections,
    { signal }: AbortController,
  ): Promise<void> {
    const last = readLast();
    const names = new Map(chosen.map(({ id, name }) => [id, name]));
    const known = new Set(listed.connections.map(({ id }) => id));
    const gone = listed.isWhole ? [...last].filter(([id]) => !known.has(id)) : [];
    const kept = new Map(last);
    for (const [id] of gone) kept.delete(id);
    progress = { tested: 0, pausedUntil: null };
    publish({
      phase: 'running',
      ids: [...names.keys()],
      error: null,
      // A connection that is gone stays in the table of this page.
      gone: [...state.get().gone, ...gone.map(([, result]) => result)],
    });
    const events: TestAllEvents = {
      onStart: (id) => {
        running.add(id);
        publishSoon({ pausedUntil: null });
      },
      onResult: (id, test) => {
        running.delete(id);
        const before = last.get(id)?.outcome ?? (last.size === 0 ? null : 'new');
        kept.set(id, { name: names.get(id) ?? '', outcome: test.outcome });
        results.set(id, { test, before });
        publishSoon({ tested: progress.tested + 1 });
      },
      onPause: (pausedUntil) => publishSoon({ pausedUntil }),
    };
    try {
      await testAll([...names.keys()], dependencies, events, signal);
      finish({ phase: 'done' });
    } catch (error) {
      if (!signal.aborted) finish({ phase: 'stopped', error: error instanceof Error ? error : null });
    } finally {
      writeLast(kept);
    }
  }

  function finish(changes: Pick<HealthState, 'phase'> & Partial<HealthState>): void {
    running.clear();
    progress = { ...progress, pausedUntil: null };
    publish(changes);
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
