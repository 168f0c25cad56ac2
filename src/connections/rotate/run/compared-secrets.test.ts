import { expect, it } from 'vitest';
import { anyTarget, createWorld, named } from './rotation-world.ts';
import { type Rotation, startRotation } from './rotation.ts';
import { runRotation } from './run-rotation.ts';

it('says what it knew when the user leaves during the trial, which empties the form', async () => {
  const world = createWorld(2, ['done', 'done', 'done', 'refused'], [], () => undefined);
  const told: Rotation[] = [];
  const run = async (start: Rotation, secret: string, signal: AbortSignal) => {
    await runRotation(start, 'Trial', world.stepsFor('new', secret), signal, (next) => void told.push(next));
    return told.at(-1) ?? start;
  };
  const stopped = await run(startRotation(named(world.ids), anyTarget), 'new', new AbortController().signal);
  const left = await run(stopped, '', AbortSignal.abort());
  expect(left.stop).toEqual({ reason: 'interrupted' });
  expect(left.connections.map(({ secretState }) => secretState)).toEqual(['new', 'old']);
});
