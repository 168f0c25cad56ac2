import { array, assert, asyncProperty, boolean, constantFrom, integer } from 'fast-check';
import { expect, it } from 'vitest';
import type { CreateOutcome } from '../../create/create-once.ts';
import type { SearchResult } from '../../create/find-created.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { attemptOf, heldConnection } from '../../testing/create-fixture.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { announceCopies, describeCopies, describeCopy } from './copy-words.ts';
import {
  type Copies,
  type Copy,
  copyKey,
  haveSucceeded,
  isOpen,
  isUncertain,
  startCopies,
} from './copies.ts';
import { createMemoryStorage } from '../../testing/memory-storage.ts';
import { createCopiesMemory } from './copies-memory.ts';
import { type CopySteps, runCopies } from './run-copies.ts';

/** What happens to a create: it is done, refused, or its answer is lost after or before it was done. */
type Fate = 'done' | 'refused' | 'refusedBefore' | 'lostAfter' | 'lostBefore';
type Search = 'finds' | 'absent' | 'unclear' | 'fails';

const fates = constantFrom<Fate>('done', 'done', 'refused', 'refusedBefore', 'lostAfter', 'lostBefore');
const searches = constantFrom<Search>('finds', 'finds', 'absent', 'unclear', 'fails');

/** Sandboxes whose requests have the given results, in their order. All later requests are done and found. */
function createWorld(given: readonly Fate[], found: readonly Search[]) {
  const [fateQueue, searchQueue] = [[...given], [...found]];
  const made = new Map<string, string[]>();
  const storage = createMemoryStorage();
  const memory = createCopiesMemory(storage);
  const scope = { sandbox: 'prod', organizationId: 'A' };
  let last: Copies | null = null;
  const reload = () => createCopiesMemory(storage).read(scope);
  const idsIn = (sandbox: string) => made.get(sandbox) ?? [];
  const steps: CopySteps = {
    inTurn: (_sandbox, _onWait, _signal, run) => run(),
    async create({ sandbox, name }, earlier, onSend): Promise<CreateOutcome> {
      const fate = fateQueue.shift() ?? 'done';
      if (fate === 'refusedBefore') throw new Error('The list cannot be read.');
      const own = idsIn(sandbox).find((id) => earlier !== null && !earlier.knownIds.includes(id));
      const attempt = attemptOf({ sandbox, name, knownIds: [...idsIn(sandbox)] });
      if (own !== undefined && earlier !== null) {
        return { kind: 'created', receipt: { id: own, etag: '"1"' }, attempt: earlier, wasLost: true };
      }
      onSend(attempt);
      check();
      if (fate === 'refused') throw new Error('refused');
      if (fate === 'lostBefore') return { kind: 'lost', error: new Error('lost') };
      const id = `${sandbox}-${idsIn(sandbox).length}`;
      made.set(sandbox, [...idsIn(sandbox), id]);
      check();
      return fate === 'lostAfter'
        ? { kind: 'lost', error: new Error('lost') }
        : { kind: 'created', receipt: { id, etag: '"1"' }, attempt, wasLost: false };
    },
    async search({ sandbox, knownIds }): Promise<SearchResult> {
      const result = searchQueue.shift() ?? 'finds';
      check();
      if (result === 'fails') throw new Error('The list cannot be read.');
      const own = idsIn(sandbox).find((id) => !knownIds.includes(id));
      if (own === undefined || result === 'absent') return { kind: 'absent' };
      return result === 'unclear'
        ? { kind: 'unclear', connections: [heldConnection({ id: own })] }
        : { kind: 'created', receipt: { id: own, etag: '"1"' } };
    },
    test: async () => 'passed',
  };
  /** The page may be closed at any time, so what it would show after a reload must be true. */
  function check(): void {
    const { list } = reload() ?? { list: [] };
    for (const copy of list) {
      const ids = idsIn(copy.sandbox);
      if (copy.state.kind === 'created') expect(ids).toContain(copy.state.id);
      else if (ids.length > 0) expect(isUncertain(copy)).toBe(true);
    }
  }
  return {
    made,
    reload,
    run: async (start: Copies, chosen: readonly Copy[], signal = new AbortController().signal) => {
      await runCopies(start, new Set(chosen.map(copyKey)), steps, signal, (copies) => {
        last = copies;
        memory.write(scope, copies);
        check();
      });
      if (last === null) throw new Error('Nothing was told.');
      return last;
    },
  };
}

const into = (count: number) =>
  startCopies(
    Array.from({ length: count }, (_, place) => ({
      originalId: 'original',
      name: 'Phoenix db',
      sandbox: `s${place}`,
      isOnly: true,
    })),
  );

it('whatever fails, no copy is created twice without a request for it, and what is shown is true', async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 5 }),
      array(fates, { maxLength: 15 }),
      array(searches, { maxLength: 10 }),
      array(boolean(), { maxLength: 5 }),
      async (count, given, found, reloads) => {
        const world = createWorld(given, found);
        let copies = await world.run(into(count), into(count).list);
        for (const isReloaded of reloads) {
          if (isReloaded) copies = world.reload() ?? copies;
          copies = await world.run(copies, copies.list.filter(isOpen));
        }
        for (const copy of copies.list) {
          const ids = world.made.get(copy.sandbox) ?? [];
          expect(ids.length).toBeLessThanOrEqual(1);
          const told = copy.state.kind === 'created' ? [copy.state.id] : isUncertain(copy) ? ids : [];
          expect(ids).toEqual(told);
          expect(describeCopy(phoenix, copy, copies).word).not.toBe('');
        }
        expect(describeCopies(copies)).toMatch(/\.$/);
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});

it('finds the copy of a lost answer instead of creating a second one when it is created again', async () => {
  const world = createWorld(['lostAfter'], ['absent']);
  const stopped = await world.run(into(1), into(1).list);
  expect(stopped.list.map(({ state }) => state.kind)).toEqual(['unknown']);
  const again = await world.run(stopped, stopped.list);
  expect(again.list[0]?.state).toMatchObject({ kind: 'created', id: 's0-0' });
  expect(world.made.get('s0')).toEqual(['s0-0']);
});

it('creates another copy once the user has ruled out the connection that may be the first', async () => {
  const world = createWorld(['lostAfter'], ['unclear']);
  const stopped = await world.run(into(1), into(1).list);
  expect(describeCopy(phoenix, stopped.list[0] ?? failed(), stopped).detail).toContain('s0-0');
  const again = await world.run(stopped, stopped.list);
  expect(again.list[0]?.state).toMatchObject({ kind: 'created', id: 's0-1' });
});

it('continues after a refusal, and stops where every request would fail', async () => {
  const world = createWorld(['refused'], []);
  const copies = await world.run(into(3), into(3).list);
  expect(copies.list.map(({ state }) => state.kind)).toEqual(['refused', 'created', 'created']);

  const unauthorized = new Response('{}', { status: 401 });
  const error = FlowServiceError.fromAnswer('listConnections', unauthorized, '{}');
  const told: Copies[] = [];
  const steps: CopySteps = {
    inTurn: (_sandbox, _onWait, _signal, run) => run(),
    create: () => Promise.reject(error),
    search: () => Promise.resolve({ kind: 'absent' }),
    test: () => Promise.resolve('passed'),
  };
  const all = new Set(into(3).list.map(copyKey));
  await runCopies(into(3), all, steps, new AbortController().signal, (next) => told.push(next));
  expect(told.at(-1)?.phase).toBe('stopped');
  expect(told.at(-1)?.list.map(({ state }) => state.kind)).toEqual(['refused', 'due', 'due']);
});

it('says of each copy that was not created why, also after a reload', async () => {
  const memory = createMemoryStorage();
  const scope = { sandbox: 'prod', organizationId: null };
  const [first, second] = into(2).list;
  const created: Copy = { ...(first ?? failed()), state: { kind: 'created', id: 'a', test: 'passed' } };
  const list = [created, second ?? failed()];
  const words = (copies: Copies | null) =>
    (copies ?? failed()).list.map((copy) => {
      const { word, detail } = describeCopy(phoenix, copy, copies ?? failed());
      return `${word} ${detail}`;
    });
  const queue = list.map(copyKey);
  const running: Copies = { phase: 'running', stop: null, queue, caller: null, list };
  expect(words(running)).toEqual(['Created, test passed ', 'Waiting ']);
  expect(words({ ...running, stop: 'left' })[1]).toContain('Not created You left the page');
  createCopiesMemory(memory).write(scope, running);
  const reloaded = createCopiesMemory(memory).read(scope);
  expect(words(reloaded)).toEqual([
    'Created, test passed ',
    'Not created You left the page before this connection was created.',
  ]);
  expect(describeCopies(reloaded ?? failed())).toBe(
    '1 of 2 created. You left the page, so creating stopped.',
  );
});

it('reads the copies that an earlier version of the page stored', () => {
  const storage = createMemoryStorage();
  const scope = { sandbox: 'prod', organizationId: null };
  createCopiesMemory(storage).write(scope, into(1));
  const key = storage.key(0) ?? failed();
  const text = storage.getItem(key) ?? failed();
  const earlier = text.replace('"stop":null,', '').replace(/,"test":null/, '');
  expect(earlier).not.toMatch(/stop|test/);
  storage.setItem(key, earlier);
  expect(createCopiesMemory(storage).read(scope)?.list).toEqual(into(1).list);
});

it('sends nothing more once it was stopped', async () => {
  const world = createWorld([], []);
  const stopping = new AbortController();
  stopping.abort();
  const copies = await world.run(into(2), into(2).list, stopping.signal);
  expect(copies.phase).toBe('stopped');
  expect(world.made.size).toBe(0);
});

it('announces every tenth of many copies, and the end', () => {
  const { list } = into(30);
  const created = list.map((copy, place): Copy => {
    return place < 19 ? { ...copy, state: { kind: 'created', id: 'a', test: null } } : copy;
  });
  expect(announceCopies({ ...into(30), phase: 'running', list: created })).toContain('10 of 30 created.');
  expect(describeCopies({ ...into(30), phase: 'running', list: created })).toContain('19 of 30 created.');
  expect(announceCopies({ ...into(2), phase: 'stopped', list: created })).toBe('19 of 30 created.');
});

it('is a success only when all copies were created, and no test failed', () => {
  const { list } = into(2);
  const createdWith = (test: 'passed' | 'failed' | null) =>
    list.map((copy): Copy => ({ ...copy, state: { kind: 'created', id: 'a', test } }));
  expect(haveSucceeded({ ...into(2), phase: 'stopped', list: createdWith('passed') })).toBe(true);
  expect(haveSucceeded({ ...into(2), phase: 'running', list: createdWith('passed') })).toBe(false);
  expect(haveSucceeded({ ...into(2), phase: 'stopped', list: createdWith('failed') })).toBe(false);
  expect(haveSucceeded({ ...into(2), phase: 'stopped', list: createdWith(null) })).toBe(false);
  expect(haveSucceeded({ ...into(2), phase: 'stopped', list: [...createdWith('passed'), ...list] })).toBe(
    false,
  );
});

function failed(): never {
  throw new Error('There is no copy.');
}
