import { expect, it } from 'vitest';
import { anyTarget, createWorld, named } from './rotation-world.ts';
import { type Rotation, startRotation } from './rotation.ts';
import { type RotationSteps, runRotation } from './run-rotation.ts';

it('keeps the known secrets when the user leaves during the trial, which empties the form', async () => {
  const world = createWorld(2, ['done', 'done', 'done', 'refused'], [], () => undefined);
  const told: Rotation[] = [];
  const run = async (start: Rotation, steps: RotationSteps, { signal } = new AbortController()) => {
    await runRotation(start, 'Trial', steps, signal, (next) => void told.push(next));
    return told.at(-1) ?? start;
  };
  const steps = world.stepsFor('new');
  const stopped = await run(startRotation(named(world.ids), anyTarget), steps);
  const leaving = new AbortController();
  const createTrial: RotationSteps['createTrial'] = (name) => {
    leaving.abort();
    return steps.createTrial(name);
  };
  const isSameSecret = async () => !leaving.signal.aborted && steps.isSameSecret();
  const left = await run(stopped, { ...steps, createTrial, isSameSecret }, leaving);
  expect(left.stop).toEqual({ reason: 'interrupted' });
  expect(left.connections.map(({ secretState }) => secretState)).toEqual(['new', 'old']);
});
