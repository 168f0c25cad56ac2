import type { ConnectionTest } from '../../api/connection-test.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { isTrialName } from '../trials/trial-name.ts';
import { type Store, createStore } from '../../ui/form/store.ts';
import type { LastResult, LastResults } from './health-memory.ts';
import { type TestAllDependencies, type TestAllEvents, isAnswered, testAll } from './test-all.ts';

/** The result of one connection, and its result of the last time. */
export interface HealthResult {
  readonly test: ConnectionTest;
  /** `new` when other connections have a last result; null when there is no last time. */
  readonly before: LastResult['outcome'] | 'new' | null;
}

export interface HealthState {
  /** `notListed`: the list of connections could not be read, so that no test started. */
  readonly phase: 'idle' | 'listing' | 'notListed' | 'running' | 'done' | 'canceled' | 'stopped';
  /** Whether a run has ended. */
  readonly hasRun: boolean;
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
  hasRun: false,
  ids: [],
  running: new Set(),
  results: new Map(),
  tested: 0,
  pausedUntil: null,
  error: null,
  gone: [],
};

/** The connections of the sandbox, as far as they could be read. */
export interface ListedConnections {
  readonly connections: readonly Connection[];
  /** Whether the list has all connections, so that a missing one no longer exists. */
  readonly isWhole: boolean;
}

interface HealthDependencies extends TestAllDependencies {
  /** Reads the list again, because connections were created or deleted since the page was opened. */
  readonly list: () => Promise<ListedConnections>;
  readonly readLast: () => LastResults;
  readonly writeLast: (results: LastResults) => void;
}

/** Which connections to test: `rest` are those that the last run did not test, because it ended early. */
export type Chosen = 'all' | 'failed' | 'rest';

export interface HealthRunner {
  readonly state: Store<HealthState>;
  /** Reads the list of connections and tests those that are chosen. It does nothing while tests run. */
  readonly start: (chosen: Chosen) => void;
  readonly cancel: () => void;
}

/** Milliseconds between two changes of the state, because drawing each result of many would take seconds. */
const publishEvery = 100;

export function createHealthRunner(dependencies: HealthDependencies): HealthRunner {
  const { list, readLast, writeLast } = dependencies;
  const state = createStore(notTested);
  const results = new Map<string, HealthResult>();
  const running = new Set<string>();
  /** The connections of the current or last run that have no result. */
  const untested = new Set<string>();
  /** What the results of the last run are compared with. */
  let baseline: LastResults = new Map();
  let isAccepted = false;
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

  /** A temporary connection may be deleted at any moment, and its failure is not a problem of the sandbox. */
  function isChosen(chosen: Chosen, { id, name }: Connection): boolean {
    if (isTrialName(name)) return false;
    if (chosen === 'rest') return untested.has(id);
    return chosen === 'all' || results.get(id)?.test.outcome === 'failed';
  }

  async function run(chosen: Chosen, { signal }: AbortController): Promise<void> {
    publish({ phase: 'listing', error: null });
    const listed = await list().catch(() => null);
    if (signal.aborted) return;
    if (listed === null) return publish({ phase: 'notListed' });
    const last = readLast();
    const names = new Map(
      listed.connections.filter((one) => isChosen(chosen, one)).map(({ id, name }) => [id, name]),
    );
    const known = new Set(listed.connections.map(({ id }) => id));
    const gone = listed.isWhole ? [...last].filter(([id]) => !known.has(id)) : [];
    const kept = new Map(last);
    for (const [id] of gone) kept.delete(id);
    if (chosen !== 'rest') {
      baseline = last;
      isAccepted = false;
    }
    untested.clear();
    for (const id of names.keys()) {
      untested.add(id);
      // An older result would look like one of this run.
      results.delete(id);
    }
    progress = { tested: 0, pausedUntil: null };
    publish({
      phase: 'running',
      ids: [...names.keys()],
      // The table of this page still shows a connection that was deleted.
      gone: [...state.get().gone, ...gone.map(([, result]) => result)],
    });
    const events: TestAllEvents = {
      onStart: (id) => {
        running.add(id);
        publishSoon({ pausedUntil: null });
      },
      onResult: (id, test) => {
        running.delete(id);
        untested.delete(id);
        isAccepted ||= isAnswered(test);
        const before = baseline.get(id)?.outcome ?? (baseline.size === 0 ? null : 'new');
        kept.set(id, { name: names.get(id) ?? '', outcome: test.outcome });
        results.set(id, { test, before });
        publishSoon({ tested: progress.tested + 1 });
      },
      onPause: (pausedUntil) => publishSoon({ pausedUntil }),
    };
    try {
      const error = await testAll([...names.keys()], dependencies, events, signal, isAccepted);
      finish({ phase: error === null ? 'done' : 'stopped', error });
    } catch (error) {
      if (!signal.aborted) finish({ phase: 'stopped', error: error instanceof Error ? error : null });
    } finally {
      for (const [id, name] of names) if (!kept.has(id)) kept.set(id, { name, outcome: 'notTested' });
      writeLast(kept);
    }
  }

  function finish(changes: Pick<HealthState, 'phase'> & Partial<HealthState>): void {
    running.clear();
    progress = { ...progress, pausedUntil: null };
    publish({ hasRun: true, ...changes });
  }

  function end(): void {
    current?.abort();
    current = null;
  }

  return {
    state,
    start: (chosen) => {
      if (current !== null) return;
      const controller = new AbortController();
      current = controller;
      void run(chosen, controller).finally(() => {
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
