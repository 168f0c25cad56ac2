import { expect, it } from 'vitest';
import { snowflake } from '../sources/catalog/snowflake.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { secretParams } from '../sources/secrets.ts';
import { chooseAuthMethod } from '../sources/source.ts';
import { adviseEdges } from './advise-edges.ts';

it.each([' pw', 'pw ', '   ', '\tpw', 'pw\u00a0'])('says that the password %j has a space', (password) => {
  expect(adviseEdges(phoenix, 'password', { password })?.message).toBe(
    'The password starts or ends with a space. If this is a mistake, remove the space.',
  );
});

it.each(['', 'pw', 'p w'])('says nothing about the password %j', (password) => {
  expect(adviseEdges(phoenix, 'password', { password })).toBeNull();
});

it('says nothing about a field from which such spaces are removed', () => {
  expect(adviseEdges(phoenix, 'username', { username: ' admin' })).toBeNull();
});

it('says it about the secrets of every source', () => {
  const source = chooseAuthMethod(snowflake);
  const [secret] = secretParams(source);
  expect(adviseEdges(source, secret?.name ?? '', { [secret?.name ?? '']: 'x ' })).not.toBeNull();
});
