import { expect, it } from 'vitest';
import { createRotationMemory } from './rotation-memory.ts';
import { type Rotation, startRotation, withConnection } from './rotation.ts';

const scope = { sandbox: 'prod', organizationId: null };

function createMemory() {
  const stored = new Map<string, string>();
  const memory = createRotationMemory({
    length: 0,
    clear: () => undefined,
    key: () => null,
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  });
  return { memory, stored };
}

const two = startRotation(['beta', 'gamma'].map((id) => ({ id, name: id })));
const heldIn = (rotation: Rotation | null) => rotation?.connections.map(({ held }) => held);

it('remembers the last state also on the page of a connection that is left out', () => {
  const { memory } = createMemory();
  memory.write(scope, 'alpha', two);
  memory.write(scope, 'alpha', withConnection(two, 'beta', { held: 'new', test: 'passed', etag: '"2"' }));
  expect(heldIn(memory.read(scope, 'alpha'))).toEqual(['new', 'old']);
  expect(heldIn(memory.read(scope, 'gamma'))).toEqual(['new', 'old']);
  memory.write(scope, 'alpha', null);
  expect(memory.read(scope, 'gamma')).toBeNull();
});

it('remembers a temporary connection of a rotation that is done, and then nothing', () => {
  const { memory, stored } = createMemory();
  const done: Rotation = {
    ...two,
    phase: 'done',
    connections: two.connections.map((one) => ({ ...one, held: 'new', test: 'passed' })),
    trials: [{ name: 'Trial', id: 'trial' }],
  };
  memory.write(scope, 'beta', done);
  expect(memory.read(scope, 'beta')).toMatchObject({ phase: 'done', stop: null, trials: [{ id: 'trial' }] });
  memory.write(scope, 'beta', { ...done, trials: [] });
  expect(stored.size).toBe(0);
});
