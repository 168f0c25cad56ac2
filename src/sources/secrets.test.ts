import { expect, it } from 'vitest';
import { isSecret } from './secrets.ts';
import { phoenix } from './phoenix/phoenix.ts';

it.each([
  ['password', true],
  ['username', false],
  ['enableSsl', false],
  ['nobody’s', false],
])('%s: %s', (name, is) => {
  expect(isSecret(phoenix, name)).toBe(is);
});
