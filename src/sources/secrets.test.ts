import { expect, it } from 'vitest';
import { mysql } from './catalog/mysql.ts';
import { password, sentOnce } from './catalog/params.ts';
import { allSecretParams, isSecret, secretsOf } from './secrets.ts';
import { chooseAuthMethod } from './source.ts';
import { phoenix } from './phoenix/phoenix.ts';

it.each([
  ['password', true],
  ['username', false],
  ['enableSsl', false],
  ['nobody’s', false],
])('%s: %s', (name, is) => {
  expect(isSecret(phoenix, name)).toBe(is);
});

it('the fields of a connection string have secrets too, and so do the settings of its text', () => {
  const source = chooseAuthMethod(mysql);
  expect(allSecretParams(source).map(({ name }) => name)).toEqual([
    'connectionString:password',
    'connectionString',
  ]);
  const text = 'Server=db; Pwd = hidden;UID=reader';
  expect(secretsOf(source, { connectionString: text, 'connectionString:password': 'typed' })).toEqual([
    'typed',
    text,
    ' hidden',
  ]);
});

it('each password has the help that pages replace if they send the password several times', () => {
  const ofPhoenix = phoenix.authMethod.params.find(({ name }) => name === 'password');
  expect([ofPhoenix?.help, password.help]).toEqual([sentOnce, sentOnce]);
});
