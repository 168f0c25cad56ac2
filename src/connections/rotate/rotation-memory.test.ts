import { expect, it } from 'vitest';
import { createRotationMemory } from './rotation-memory.ts';
import { type Rotation, startRotation, withConnection } from './rotation.ts';

const scope = { sandbox: 'prod', organizationId: null };

function createMemory() {
  const stored = new Map<string, string>();
  const storage = {
    length: 0,
    clear: () => undefined,
    key: () => null,
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  return { memory: createRotationMemory(storage), reload: () => createRotationMemory(storage), stored };
}

const two = startRotation(['beta', 'gamma'].map((id) => ({ id, name: id })));
const secretStatesIn = (rotation: Rotation | null) =>
  rotation?.connections.map(({ secretState }) => secretState);

it('remembers the last state also on the page of a connection that is left out', () => {
  const { memory } = createMemory();
  memory.write(scope, 'alpha', two);
  memory.write(
    scope,
    'alpha',
    withConnection(two, 'beta', { secretState: 'new', test: 'passed', etag: '"2"' }),
  );
  expect(secretStatesIn(memory.read(scope, 'alpha'))).toEqual(['new', 'old']);
  expect(secretStatesIn(memory.read(scope, 'gamma'))).toEqual(['new', 'old']);
  memory.write(scope, 'alpha', null);
  expect(memory.read(scope, 'gamma')).toBeNull();
});

it('remembers a temporary connection of a rotation that is done, and then nothing', () => {
  const { memory, stored } = createMemory();
  const done: Rotation = {
    ...two,
    phase: 'done',
    connections: two.connections.map((one) => ({ ...one, secretState: 'new', test: 'passed' })),
    trials: [{ name: 'Trial', id: 'trial' }],
  };
  memory.write(scope, 'beta', done);
  expect(memory.read(scope, 'beta')).toMatchObject({ phase: 'done', stop: null, trials: [{ id: 'trial' }] });
  memory.write(scope, 'beta', { ...done, trials: [] });
  expect(stored.size).toBe(0);
});

it('tells temporary connections that were left, but not while they are used, and without a storage, too', () => {
  const memory = createRotationMemory(null);
  const trials = [{ name: 'Trial', id: null }];
  memory.write(scope, 'alpha', { ...two, phase: 'trying', trials });
  expect(memory.read(scope, 'beta')?.phase).toBe('trying');
  expect(memory.readOrphaned(scope)).toEqual([]);
  memory.write(scope, 'alpha', { ...two, phase: 'stopped', stop: { reason: 'interrupted' }, trials });
  expect(memory.readOrphaned(scope)).toEqual([{ startedOn: 'alpha', names: ['Trial'] }]);
  expect(memory.readOrphaned({ ...scope, sandbox: 'dev' })).toEqual([]);
});

it('tells after a reload that a temporary connection may exist, because its create may have been carried out', () => {
  const { memory, reload } = createMemory();
  memory.write(scope, 'alpha', { ...two, phase: 'trying', trials: [{ name: 'Trial', id: null }] });
  expect(reload().readOrphaned(scope)).toEqual([{ startedOn: 'alpha', names: ['Trial'] }]);
});
