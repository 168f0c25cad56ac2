import { expect, it } from 'vitest';
import { mysql } from '../sources/catalog/mysql.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { chooseAuthMethod } from '../sources/source.ts';
import { adviseTemplate } from './advise-template.ts';

const placeholder =
  'The password looks like a placeholder. If it is one, enter the value that it stands for.';

it.each([
  "[parameters('pw')]",
  "[concat('a', parameters('pw'))]",
  '@{linkedService().pw}',
  "@pipeline().parameters['pw']",
  '@Microsoft.KeyVault(SecretUri=https://v.example/secrets/pw)',
  '${DB_PASSWORD}',
  '$DB_PASSWORD',
  '{{ pw }}',
  '%DB_PASSWORD%',
  '<password>',
  '{PASSWORD}',
  '********',
])('says that the password %s looks like a placeholder', (password) => {
  expect(adviseTemplate(phoenix, 'password', { password })).toEqual({
    param: 'password',
    message: placeholder,
    fix: null,
  });
});

it.each(['', 'c0ret', 'a${b', 'x[parameters(1)]', 'p{w}d', 'p@concat(1)', '50%off%', '$ecret', 'a<b>c'])(
  'says nothing about the password %j',
  (password) => {
    expect(adviseTemplate(phoenix, 'password', { password })).toBeNull();
  },
);

it('says nothing about a field that is no secret, which refuses such a text itself', () => {
  expect(adviseTemplate(phoenix, 'host', { host: '{HOST}' })).toBeNull();
});

it.each([
  ['connectionString', '${MYSQL}', 'The connection string looks like a placeholder.'],
  ['connectionString', 'Server=h;Database=d;UID=u;PWD=${PW}', 'seems to have placeholders in PWD. If so,'],
  ['connectionString', "Server=[parameters('h')];UID=u;PWD={{pw}}", 'placeholders in Server, PWD.'],
  ['connectionString:password', '{{pw}}', placeholder],
])('advises about %s of a connection string: %s', (name, text, sentence) => {
  expect(adviseTemplate(chooseAuthMethod(mysql), name, { [name]: text })?.message).toContain(sentence);
});

it('says nothing about a connection string without placeholders', () => {
  const connectionString = 'Server=h;Database=d;UID=u;PWD=p{w}d';
  expect(adviseTemplate(chooseAuthMethod(mysql), 'connectionString', { connectionString })).toBeNull();
});
