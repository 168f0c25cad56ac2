import { expect } from 'vitest';
import type { TestOutcome } from '../../../api/connection-test.ts';
import { type Fate, anyTarget, createWorld, named } from './rotation-world.ts';
import { type Rotation, isKnown, startRotation } from './rotation.ts';
import { type RotationSteps, runRotation } from './run-rotation.ts';

export const startFor = (ids: readonly string[]): Rotation => startRotation(named(ids), anyTarget);

/** Runs rotations. After each possible change, it checks that the last reported state is true. */
export function createCheckedWorld(
  count: number,
  given: readonly Fate[],
  results: readonly TestOutcome[],
  meddling: readonly (number | null)[] = [],
) {
  const told: Rotation[] = [];
  let runs = 0;
  const findWrong = (isRead: boolean) =>
    (told.at(-1)?.connections ?? []).filter((one) => {
      const { id, secretState, etag } = one;
      const isTold = isKnown(one) || secretState === 'deleted';
      // The rotation and the page find another version as soon as they read the connections.
      const isFound = !isRead && world.secrets.has(id) && etag !== null && etag !== world.versions.get(id);
      return isTold && !isFound && !world.mayHave(one, world.secrets.get(id));
    });
  const check = () => {
    expect(findWrong(false)).toEqual([]);
    const trials = told.at(-1)?.trials.map(({ name }) => name) ?? [...world.trials];
    for (const name of world.trials) expect(trials).toContain(name);
  };
  const world = createWorld(count, given, results, check, meddling);
  /** The connections in which the rotation replaced what another user wrote, before its user was asked. */
  const unasked: string[] = [];
  const watchedSteps = (start: Rotation, secret: string): RotationSteps => {
    const steps = world.stepsFor(start.goal, secret);
    const isTold = (id: string) =>
      start.connections.some((one) => one.id === id && !isKnown(one) && one.secretState !== 'deleted');
    return {
      ...steps,
      async change(id, etag) {
        const count = world.overwritten.length;
        const outcome = await steps.change(id, etag);
        if (world.overwritten.length > count && !isTold(id)) unasked.push(id);
        return outcome;
      },
    };
  };
  return {
    ...world,
    told,
    /**
     * Runs a rotation. The user does not leave, so that the state at the end has just been read.
     * @param isReloaded Whether the page was loaded again, so that it cannot compare the secret.
     */
    async run(start: Rotation, secret: string = start.goal, isReloaded = false) {
      runs += 1;
      const { signal } = new AbortController();
      const steps = watchedSteps(start, secret);
      const isSameSecret = async () => (await steps.isSameSecret()) && !isReloaded;
      await runRotation(start, `Trial ${runs}`, { ...steps, isSameSecret }, signal, (rotation) => {
        told.push(rotation);
        check();
      });
      expect(findWrong(true)).toEqual([]);
      expect(unasked).toEqual([]);
      const last = told.at(-1);
      if (last === undefined) throw new Error('Nothing was told.');
      return last;
    },
  };
}
