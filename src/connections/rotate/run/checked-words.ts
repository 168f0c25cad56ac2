import { expect } from 'vitest';
import type { Source } from '../../../sources/source.ts';
import { describeHalfDone } from '../half-done-words.ts';
import { describeRotation } from '../rotation-words.ts';
import type { createWorld } from './rotation-world.ts';
import { type Rotation, isKnown, remaining } from './rotation.ts';

/** The same rotation after the page was loaded again, which does not know any more why it stopped. */
export function reloaded(rotation: Rotation): Rotation {
  return rotation.phase === 'stopped' ? { ...rotation, stop: { reason: 'interrupted' } } : rotation;
}

/**
 * Checks what the page and the list say of a rotation that does not run: the number of connections that have the secret,
 * and what happens to those whose secret is not known.
 */
export function expectTrueWords(
  source: Source,
  rotation: Rotation,
  world: ReturnType<typeof createWorld>,
): void {
  for (const one of [rotation, reloaded(rotation)]) {
    const words = describeRotation(source, one);
    expectTrueCount(words, one.goal, one, world);
    if (one.phase === 'stopped') expectTrueCount(describeHalfDone(one), 'new', one, world);
    const isUncertain = remaining(one).some((left) => !isKnown(left));
    if (one.phase === 'stopped' && isUncertain) {
      expect(words).toMatch(/If you continue|Continue to write it anyway|now uses another database/);
    }
  }
}

function expectTrueCount(
  words: string,
  goal: Rotation['goal'],
  { connections }: Rotation,
  { secrets, written }: ReturnType<typeof createWorld>,
): void {
  const pattern = new RegExp(`(\\d+) of \\d+ connections? ha\\w+ the ${goal} \\w+( entered before)?\\.`);
  const [, told, isBefore] = pattern.exec(words) ?? [];
  // The words for connections with a secret that was entered before do not compare it.
  if (told === undefined || isBefore !== undefined) return;
  const isGoal = (secret: string | undefined, test: unknown) =>
    secret === written.get(goal) || (goal === 'old' && test === null && secret === 'old');
  const actual = connections.filter(({ id, test }) => isGoal(secrets.get(id), test)).length;
  expect(Number(told)).toBeLessThanOrEqual(actual);
  const admits = /don’t know which|which may be the same|outside this rotation|now uses another database/;
  if (!admits.test(words)) expect(Number(told)).toBe(actual);
}
