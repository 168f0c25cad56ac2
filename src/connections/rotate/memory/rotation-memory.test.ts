import { expect, it } from 'vitest';
import { createMemoryStorage } from '../../../testing/memory-storage.ts';
import { createRotationMemory } from './rotation-memory.ts';
import { anyTarget, named } from '../run/rotation-world.ts';
import { type Rotation, endRotation, startRotation, withConnection } from '../run/rotation.ts';

const scope = { sandbox: 'prod', organizationId: null };

function createMemory() {
  const storage = createMemoryStorage();
  return { memory: createRotationMemory(storage), reload: () => createRotationMemory(storage), storage };
}

type Memory = ReturnType<typeof createRotationMemory>;

/** Starts a rotation of these connections on a page, and writes its next state. */
function start(
  memory: Memory,
  page: string,
  ids: readonly string[],
  change: Partial<Rotation> = {},
): Rotation {
  const rotation = { ...memory.start(scope, page, startRotation(named(ids), anyTarget)), ...change };
  memory.write(rotation);
  return rotation;
}

const interrupted = { phase: 'stopped', stop: { reason: 'interrupted' } } as const;
const trials = [{ name: 'Trial', id: 'trial' }];
const hasNew = { secretState: 'new', test: 'passed', etag: 'second' } as const;
const statesIn = (rotation: Rotation | null) =>
  rotation?.connections.map(({ id, secretState }) => `${id} ${secretState}`);
const trialsIn = (memory: Memory) => memory.readOrphaned(scope).flatMap((one) => one.trials);

it('remembers the last state also on the page of a connection that is left out', () => {
  const { memory } = createMemory();
  const rotation = start(memory, 'alpha', ['beta', 'gamma'], interrupted);
  memory.write(withConnection(rotation, 'beta', hasNew));
  expect(statesIn(memory.read(scope, 'alpha'))).toEqual(['beta new', 'gamma old']);
  expect(statesIn(memory.read(scope, 'gamma'))).toEqual(['beta new', 'gamma old']);
  memory.end(rotation.key);
  expect(memory.read(scope, 'gamma')).toBeNull();
});

it('remembers a temporary connection of a rotation that is done, and then nothing', () => {
  const { memory, storage } = createMemory();
  const rotation = start(memory, 'beta', ['beta'], { ...interrupted, trials });
  memory.write({ ...withConnection(rotation, 'beta', hasNew), phase: 'done', stop: null });
  expect(memory.read(scope, 'beta')).toMatchObject({ phase: 'done', stop: null, trials: [{ id: 'trial' }] });
  memory.settleTrial('Trial', null);
  expect(memory.read(scope, 'beta')).toBeNull();
  expect(storage.length).toBe(0);
});

it('lists temporary connections that were left, but not while they are used, and without a storage, too', () => {
  const memory = createRotationMemory(null);
  const running = start(memory, 'alpha', ['beta'], { phase: 'trying', trials });
  expect(memory.read(scope, 'beta')?.phase).toBe('trying');
  expect(memory.readRunning(scope)).toMatchObject([{ startedOn: 'alpha', rotation: { key: running.key } }]);
  expect(memory.readOrphaned(scope)).toEqual([]);
  memory.write({ ...running, ...interrupted });
  expect(memory.readRunning(scope)).toEqual([]);
  expect(memory.readOrphaned(scope)).toMatchObject([{ startedOn: 'alpha', specId: 'spec', trials }]);
  expect(memory.readOrphaned({ ...scope, sandbox: 'dev' })).toEqual([]);
});

it('lists after a reload a temporary connection that may exist, because its create may have been carried out', () => {
  const { memory, reload } = createMemory();
  start(memory, 'alpha', ['beta'], { phase: 'trying', trials: [{ name: 'Trial', id: null }] });
  expect(reload().readOrphaned(scope)).toMatchObject([{ trials: [{ name: 'Trial', id: null }] }]);
});

it('is remembered until it is done, for its connections and sandbox only, beside others', () => {
  const { memory, reload } = createMemory();
  const rotation = start(memory, 'a', ['a', 'b'], { phase: 'changing' });
  start(memory, 'd', ['d'], { phase: 'changing' });
  const again = reload();
  expect(again.read(scope, 'a')).toEqual({ ...rotation, ...interrupted });
  // The page of each connection shows the rotation.
  expect(again.read(scope, 'b')?.key).toBe(rotation.key);
  expect(again.read(scope, 'c')).toBeNull();
  expect(again.read({ ...scope, sandbox: 'dev' }, 'a')).toBeNull();
  again.write({ ...rotation, phase: 'done' });
  expect(again.read(scope, 'a')).toBeNull();
  expect(again.read(scope, 'd')).not.toBeNull();
});

it('shows only the last rotation of a connection, and keeps the connections that it does not include', () => {
  const { memory } = createMemory();
  const first = start(memory, 'a', ['a', 'b', 'c'], interrupted);
  memory.write(withConnection(first, 'a', hasNew));
  const second = start(memory, 'd', ['a', 'b', 'd'], interrupted);
  // Its secret is not the old one, and need not be the new one of the second rotation.
  expect(statesIn(memory.read(scope, 'a'))).toEqual(['a unknown', 'b old', 'd old']);
  expect(memory.read(scope, 'c')).toMatchObject({ key: first.key, connections: [{ id: 'c' }] });
  memory.write(endRotation(second));
  expect([memory.read(scope, 'a'), memory.read(scope, 'b')]).toEqual([
    expect.objectContaining({ key: first.key }),
    null,
  ]);
});

it('keeps a temporary connection when another rotation takes over, and when it is ended', () => {
  const { memory, reload } = createMemory();
  start(memory, 'a', ['a'], { ...interrupted, trials });
  const second = start(memory, 'b', ['a', 'b']);
  expect(second.trials).toEqual(trials);
  memory.write({ ...endRotation(second), trials: [...second.trials, { name: 'Other', id: null }] });
  memory.end(second.key);
  expect(memory.read(scope, 'a')).toBeNull();
  expect(trialsIn(reload())).toEqual([...trials, { name: 'Other', id: null }]);
  memory.settleTrial('Other', { id: 'found' });
  expect(trialsIn(memory)).toContainEqual({ name: 'Other', id: 'found' });
  // The next rotation shows them on its page.
  expect(start(memory, 'b', ['b']).trials.map(({ name }) => name)).toEqual(['Trial', 'Other']);
  memory.settleDeleted('found');
  expect(memory.read(scope, 'b')?.trials).toEqual(trials);
});

it('marks a connection that the user deleted, and is done when nothing else was left to do', () => {
  const { memory } = createMemory();
  const rotation = start(memory, 'a', ['a', 'b', 'c'], interrupted);
  memory.write(withConnection(rotation, 'a', hasNew));
  memory.settleDeleted('b');
  expect(statesIn(memory.read(scope, 'a'))).toEqual(['a new', 'b deleted', 'c old']);
  memory.settleDeleted('c');
  expect(memory.readHalfDone(scope)).toEqual([]);
});

it('finds a running rotation of the same connections, which must not be replaced', () => {
  const { memory } = createMemory();
  const running = start(memory, 'a', ['a'], { phase: 'trying' });
  expect(memory.findRunning(scope, new Set(['b', 'a']))?.key).toBe(running.key);
  expect(memory.findRunning(scope, new Set(['b']))).toBeNull();
  memory.write({ ...running, ...interrupted });
  expect(memory.findRunning(scope, new Set(['a']))).toBeNull();
});

it('lists a rotation that is half done, also after a reload, until it is done or ended', () => {
  const { memory, reload } = createMemory();
  const rotation = start(memory, 'alpha', ['beta', 'gamma'], interrupted);
  expect([memory.readHalfDone(scope), memory.findHalfDone(scope, 'beta')]).toEqual([[], null]);
  const half = withConnection(rotation, 'beta', hasNew);
  memory.write(half);
  for (const tab of [memory, reload()]) {
    expect(tab.readHalfDone(scope).map(statesIn)).toEqual([['beta new', 'gamma old']]);
    expect(statesIn(tab.findHalfDone(scope, 'gamma'))).toEqual(['beta new', 'gamma old']);
    // The rotation was started on this page, but does not include the connection of the page.
    expect(tab.findHalfDone(scope, 'alpha')).toBeNull();
    expect(tab.readHalfDone({ ...scope, sandbox: 'other' })).toEqual([]);
  }
  memory.write({ ...half, phase: 'changing', stop: null });
  // The list says of a running rotation that it is running.
  expect(memory.readHalfDone(scope)).toEqual([]);
  expect(memory.findHalfDone(scope, 'gamma')).not.toBeNull();
  memory.write({ ...half, trials });
  memory.end(rotation.key);
  for (const tab of [memory, reload()]) {
    expect([tab.readHalfDone(scope), tab.findHalfDone(scope, 'gamma')]).toEqual([[], null]);
  }
  const other = start(memory, 'beta', ['beta'], { ...interrupted, trials });
  memory.write(endRotation(withConnection(other, 'beta', { ...hasNew, test: 'failed' })));
  expect([memory.readHalfDone(scope), memory.findHalfDone(scope, 'beta')]).toEqual([[], null]);
});

it('tells that another tab may use a temporary connection that was stored before this page was loaded', () => {
  const { memory, reload } = createMemory();
  start(memory, 'alpha', ['alpha'], { phase: 'trying', trials });
  expect(memory.mayBeUsedElsewhere('Trial')).toBe(false);
  const other = reload();
  expect(other.mayBeUsedElsewhere('Trial')).toBe(true);
  start(other, 'alpha', ['alpha'], { ...interrupted, trials: [{ name: 'Own', id: 'own' }] });
  expect(other.mayBeUsedElsewhere('Own')).toBe(false);
});

it('tells whether a rotation that runs uses a temporary connection', () => {
  const { memory } = createMemory();
  const rotation = start(memory, 'alpha', ['alpha'], { phase: 'trying', trials });
  expect(memory.isTrying('Trial')).toBe(true);
  expect(memory.isTrying('Another')).toBe(false);
  memory.write({ ...rotation, ...interrupted });
  expect(memory.isTrying('Trial')).toBe(false);
});
