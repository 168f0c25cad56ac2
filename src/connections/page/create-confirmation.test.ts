import { expect, it } from 'vitest';
import { createConfirmation } from './create-confirmation.ts';

it('ignores a second activation, so that Cancel stops everything that runs', () => {
  const confirmation = createConfirmation();
  const first = confirmation.start();
  if (first === null) throw new Error('The first activation starts.');
  expect(confirmation.start()).toBeNull();
  expect(confirmation.cancel()).toBe(true);
  expect(first.aborted).toBe(true);
  expect(confirmation.send(first)).toBe(false);
});

it('does not cancel a request that was sent', () => {
  const confirmation = createConfirmation();
  const signal = confirmation.start();
  if (signal === null) throw new Error('The first activation starts.');
  expect(confirmation.send(signal)).toBe(true);
  expect(confirmation.cancel()).toBe(false);
  expect(signal.aborted).toBe(false);
  expect(confirmation.start()).toBeNull();
  confirmation.end(signal);
  expect(confirmation.start()).not.toBeNull();
});

it('lets the user confirm the next question while a canceled look still runs', () => {
  const confirmation = createConfirmation();
  const first = confirmation.start();
  confirmation.cancel();
  const second = confirmation.start();
  if (first === null || second === null) throw new Error('Both start.');
  confirmation.end(first);
  expect(confirmation.send(first)).toBe(false);
  expect(confirmation.send(second)).toBe(true);
});
