import { expect, it } from 'vitest';
import { describeLeaving, describeLeftRun } from './leaving-words.ts';
import { anyTarget } from './run/rotation-world.ts';
import { startRotation } from './run/rotation.ts';

const started = startRotation([], anyTarget);

it('asks to keep the tab open only while a temporary connection is used', () => {
  expect(describeLeftRun({ ...started, phase: 'trying' })).toContain('Keep this tab open');
  expect(describeLeftRun({ ...started, phase: 'changing' })).toBe(
    'You left the page, so the rotation stops after the current change.',
  );
});

it('says before the page is left when the rotation stops then', () => {
  expect(describeLeaving({ ...started, phase: 'changing' })).toBe(
    'If you leave this page, the rotation stops after the current change.',
  );
  expect(describeLeaving({ ...started, phase: 'trying' })).toBe(
    'If you leave this page, the rotation stops after the test of the temporary connection.',
  );
});
