import { expect, it } from 'vitest';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { mysql } from '../../sources/catalog/mysql.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { heldConnection } from '../../testing/create-fixture.ts';
import { describeExisting } from './copy-words.ts';
import { findExisting } from './find-existing.ts';
import { readSecretsOf, secretsFor, shareSecrets, toSecretsForm } from './originals.ts';
import { whyNotCopied } from '../why-not-copied.ts';

const source = chooseAuthMethod(phoenix);
const auth = (params: Readonly<Record<string, unknown>>) => ({
  auth: { specName: source.authMethod.specName, params: { ...heldConnection({}).auth?.params, ...params } },
});
const original = heldConnection({ id: 'original', ...auth({}) });

it.each([
  ['nameAndTarget', { name: 'Phoenix db', ...auth({}) }],
  ['name', { name: 'Phoenix db', ...auth({ host: 'other.example' }) }],
  ['target', { name: 'Another name', ...auth({ port: '8765' }) }],
] as const)('finds a connection with the same %s', (resemblance, change) => {
  const others = [heldConnection({ id: 'a', name: 'x', ...auth({ username: 'y' }) })];
  const found = findExisting(source, original, [...others, heldConnection({ id: 'b', ...change })]);
  expect(found).toMatchObject({ connection: { id: 'b' }, resemblance });
});

it('finds nothing among other names and targets, and temporary connections', () => {
  const other = heldConnection({ id: 'a', name: 'x', ...auth({ username: 'y' }) });
  const name = 'Trial of a new password for Phoenix db, can be deleted (1234567890)';
  const trial = heldConnection({ id: 'b', name, ...auth({}) });
  expect(findExisting(source, original, [other, trial])).toBeNull();
});

it.each([
  [true, 'No similar connection'],
  [false, 'No similar connection among those that could be loaded'],
])('says of a sandbox without a similar connection whether all were read: %s', (isWhole, words) => {
  expect(describeExisting({ kind: 'none', isWhole, hidden: null })).toBe(words);
});

it('asks once for the secret of connections with the same target and user', () => {
  const second = heldConnection({ id: 'second', name: 'Second', ...auth({}) });
  const other = heldConnection({ id: 'other', name: 'Other', ...auth({ host: 'other.example' }) });
  const shared = shareSecrets([original, second, other].map((connection) => ({ connection, source })));
  const form = (ids: readonly string[]) => toSecretsForm(secretsFor(shared, new Set(ids)), new Map());
  const labels = (ids: readonly string[]) => form(ids).authMethod.params.map(({ label }) => label);
  expect(labels(['original', 'second', 'other'])).toEqual([
    'Password of “Phoenix db” and 1 more',
    'Password of “Other”',
  ]);
  expect(labels(['second'])).toEqual(['Password of “Second”']);
  const [first, last] = form(['original', 'second', 'other']).authMethod.params;
  const typed = { [first?.name ?? '']: 'one', [last?.name ?? '']: 'two' };
  expect(readSecretsOf(shared, 'second', typed)).toEqual({ password: 'one' });
  expect(readSecretsOf(shared, 'other', typed)).toEqual({ password: 'two' });
});

it('asks for the secrets of two users separately, also when their names differ only in case', () => {
  const upper = heldConnection({ id: 'upper', name: 'Upper', ...auth({ username: 'ADMIN' }) });
  const shared = shareSecrets([original, upper].map((connection) => ({ connection, source })));
  expect(toSecretsForm(shared, new Map()).authMethod.params.map(({ label }) => label)).toEqual([
    'Password of “Phoenix db”',
    'Password of “Upper”',
  ]);
});

it('does not say that a secret is sent once, because it is sent to each sandbox', () => {
  const helps = builtInSources.flatMap((built) =>
    built.authMethods.flatMap(({ specName }) => {
      const one = chooseAuthMethod(built, specName);
      const connection = heldConnection({ id: 'x', connectionSpec: one.connectionSpec });
      const shared = shareSecrets([{ connection, source: one }]);
      return toSecretsForm(shared, new Map()).authMethod.params.map(({ help }) => help);
    }),
  );
  expect(helps).toContain('Sent with each copy and never shown again.');
  expect(helps.filter((help) => /once/i.test(help))).toEqual([]);
});

it('asks for a connection string as the whole text that is sent', () => {
  const connection = heldConnection({ id: 'm', connectionSpec: mysql.connectionSpec });
  const shared = shareSecrets([{ connection, source: chooseAuthMethod(mysql) }]);
  const [param] = toSecretsForm(shared, new Map()).authMethod.params;
  expect(param).toMatchObject({ control: 'secret', label: 'Connection string of “Phoenix db”' });
  expect(param).not.toHaveProperty('connectionString');
});

it.each([
  ['has values that nobody describes', { schema: 'S' }, 'does not describe: schema'],
  ['lacks a required value', { host: '' }, 'missing or not valid: Host'],
  ['lacks a required switch', { enableSsl: null }, 'missing or not valid: Enable SSL'],
  ['has a switch that is neither on nor off', { enableSsl: 1 }, 'cannot be read: Enable SSL'],
  ['has a switch with another text', { enableSsl: 'yes' }, 'cannot be read: Enable SSL'],
  ['has a port of another type', { port: [443] }, 'cannot be read: Port'],
] as const)('says why not, for a connection that %s', (_, params, reason) => {
  expect(whyNotCopied(source, heldConnection(auth(params)))).toContain(reason);
});

it('copies a connection whose values are all known', () => {
  expect(whyNotCopied(source, original)).toBeNull();
});

it('does not copy a connection of an unknown source', () => {
  expect(whyNotCopied(null, original)).toContain('Its source is not known');
});
