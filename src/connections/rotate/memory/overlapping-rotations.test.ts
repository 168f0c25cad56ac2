import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  oneof,
  record,
  subarray,
} from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../../../testing/memory-storage.ts';
import { createRotationMemory } from './rotation-memory.ts';
import { compareVersions } from '../run/compare-versions.ts';
import { type Fate, allFates, allOutcomes, anyTarget, createWorld, named } from '../run/rotation-world.ts';
import {
  type Rotation,
  canBeLeftOut,
  endRotation,
  hasChangedNothing,
  leaveOut,
  startRotation,
  withGoal,
} from '../run/rotation.ts';
import { runRotation } from '../run/run-rotation.ts';

const scope = { sandbox: 'prod', organizationId: null };
const ids = ['id-0', 'id-1', 'id-2'];

/** What a user does on the page of a connection, what another user does to a connection, and a reload. */
type Action =
  | { readonly kind: 'start'; readonly page: string; readonly chosen: readonly string[] }
  | { readonly kind: 'continue'; readonly page: string; readonly goal: Rotation['goal'] }
  | { readonly kind: 'leaveOut' | 'end' | 'startOver' | 'changeByOther'; readonly page: string }
  | { readonly kind: 'reload' };

const page = constantFrom(...ids);
const actions: Arbitrary<Action> = oneof(
  record({ kind: constantFrom('start'), page, chosen: subarray(ids, { minLength: 1 }) }),
  record({ kind: constantFrom('continue'), page, goal: constantFrom('new', 'old') }),
  record({ kind: constantFrom('leaveOut', 'end', 'startOver', 'changeByOther'), page }),
  record({ kind: constantFrom('reload') }),
);

/** The pages of a tab, with a service whose requests have these results. */
function createTab(given: readonly Fate[], results: Parameters<typeof createWorld>[2]) {
  const storage = createMemoryStorage();
  let memory = createRotationMemory(storage);
  let count = 0;
  /** The secret that each connection had when a rotation of this key started. */
  const before = new Map<string, ReadonlyMap<string, string>>();

  /** The stored state is true, or the page finds another version as soon as it reads the connection. */
  const check = () => {
    const all = memory.all.get();
    const left = all.flatMap(({ rotation }) => rotation.trials.map(({ name }) => name));
    for (const name of world.trials) expect(left, 'is told').toContain(name);
    const open = all.filter(({ isEnded, rotation }) => !isEnded && rotation.phase !== 'done');
    const included = open.flatMap(({ rotation }) => rotation.connections.map(({ id }) => id));
    expect(included, 'is in one rotation').toEqual([...new Set(included)]);
    const wrong = open.flatMap(({ rotation }) =>
      rotation.connections.filter(({ id, secretState, etag }) => {
        const secret = world.secrets.get(id);
        if (secret === undefined || etag !== world.versions.get(id)) return false;
        if (secretState === 'new') return secret !== `new of ${rotation.key}`;
        const old = [before.get(rotation.key)?.get(id), `old of ${rotation.key}`];
        return secretState === 'old' && !old.includes(secret);
      }),
    );
    expect(wrong).toEqual([]);
  };
  const world = createWorld(ids.length, given, results, check);

  async function run(rotation: Rotation) {
    count += 1;
    const secret = `${rotation.goal} of ${rotation.key}`;
    const { signal } = new AbortController();
    await runRotation(rotation, `Trial ${count}`, world.stepsFor(rotation.goal, secret), signal, (next) => {
      memory.write(next);
      check();
    });
  }

  async function act(action: Action): Promise<void> {
    if (action.kind === 'reload') {
      memory = createRotationMemory(storage);
      return;
    }
    if (action.kind === 'changeByOther') {
      if (world.secrets.has(action.page)) world.write(action.page, 'of another user');
      return;
    }
    const listed = ids.flatMap((id) =>
      world.secrets.has(id) ? [{ id, etag: world.versions.get(id) ?? '' }] : [],
    );
    const read = memory.read(scope, action.page);
    const rotation = read && compareVersions(read, world.readAll());
    if (rotation === null) {
      if (action.kind !== 'start') return;
      const chosen = named(ids).flatMap((one) =>
        action.chosen.includes(one.id)
          ? listed.flatMap(({ id, etag }) => (id === one.id ? [{ ...one, etag }] : []))
          : [],
      );
      if (chosen.length === 0) return;
      const started = startRotation(chosen, anyTarget);
      before.set(started.key, new Map(world.secrets));
      await run(memory.start(scope, action.page, started));
      return;
    }
    if (action.kind === 'continue' && rotation.phase === 'stopped')
      await run(withGoal(rotation, action.goal));
    const shown = rotation.connections.find(({ id }) => id === action.page);
    if (action.kind === 'leaveOut' && shown !== undefined && canBeLeftOut(rotation, shown)) {
      memory.write(leaveOut(rotation, action.page));
    }
    if (action.kind === 'end' && rotation.phase === 'stopped') memory.write(endRotation(rotation));
    if (action.kind === 'startOver' && (rotation.phase === 'done' || hasChangedNothing(rotation))) {
      memory.end(rotation.key);
    }
  }
  return { act, check };
}

it('whatever users do, no rotation describes another one, and each temporary connection is shown', async () => {
  await assert(
    asyncProperty(
      array(constantFrom(...allFates), { maxLength: 25 }),
      array(constantFrom(...allOutcomes), { maxLength: 15 }),
      array(actions, { minLength: 2, maxLength: 12 }),
      async (given, results, list) => {
        const tab = createTab(given, results);
        for (const action of list) {
          await tab.act(action);
          tab.check();
        }
      },
    ),
    { numRuns: 200, seed: 7 },
  );
});
