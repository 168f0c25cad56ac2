import { afterEach, expect, it, vi } from 'vitest';
import { isSameSecret } from './is-same-secret.ts';

afterEach(() => vi.unstubAllGlobals());

it('recognizes the secret that was given last for the same purpose', async () => {
  expect(await isSameSecret('one', { password: 'first' })).toBe(false);
  expect(await isSameSecret('one', { password: 'first' })).toBe(true);
  expect(await isSameSecret('two', { password: 'first' })).toBe(false);
  expect(await isSameSecret('one', { password: 'second' })).toBe(false);
  expect(await isSameSecret('one', { password: 'first' })).toBe(false);
});

it('recognizes nothing where browsers offer no cryptography', async () => {
  await isSameSecret('one', { password: 'first' });
  vi.stubGlobal('crypto', {});
  expect(await isSameSecret('one', { password: 'first' })).toBe(false);
});
