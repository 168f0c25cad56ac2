import { describe, expect, it } from 'vitest';
import { databricks } from '../../../sources/catalog/databricks.ts';
import { cassandra } from '../../../sources/catalog/cassandra.ts';
import { hive } from '../../../sources/catalog/hive.ts';
import { mysql } from '../../../sources/catalog/mysql.ts';
import { builtInSources } from '../../../sources/built-in-sources.ts';
import { exampleParams } from '../../../sources/example-params.ts';
import { findSource } from '../../../sources/find-source.ts';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { chooseAuthMethod } from '../../../sources/source.ts';
import { heldConnection } from '../../../testing/create-fixture.ts';
import { describeCandidates } from './candidate-words.ts';
import { findCandidates } from './find-candidates.ts';
import { readSignIn } from './sign-in.ts';

const source = chooseAuthMethod(mysql);
const held = (
  id: string,
  params: Readonly<Record<string, unknown>> = {},
  specName = source.authMethod.specName,
) => heldConnection({ id, connectionSpec: mysql.connectionSpec, auth: { specName, params } });

it('offers every connection of the same kind when a connection string hides the database', () => {
  const connections = [
    held('model'),
    held('same-kind'),
    held('more-values', { schema: 'S' }),
    held('other-method', {}, 'Another'),
    heldConnection({ id: 'other-source' }),
  ];
  const { offered } = findCandidates(source, held('model'), connections, findSource);
  expect(offered.map(({ connection, isPreselected }) => [connection.id, isPreselected])).toEqual([
    ['model', true],
    ['same-kind', false],
  ]);
});

const model = heldConnection({ id: 'model' });

/** What the page shows of each connection that it offers beside the model. */
function offer(...connections: Parameters<typeof heldConnection>[0][]) {
  const others = connections.map((change) => heldConnection(change));
  const { offered, fixed } = findCandidates(phoenix, model, [model, ...others], findSource);
  return {
    offered: offered
      .slice(1)
      .map(({ connection: { id }, difference, isPreselected }) => [id, difference, isPreselected]),
    fixed: fixed.map(({ connection: { id }, reason }) => `${id}: ${reason}`),
  };
}

describe('connections that share host and user are offered', () => {
  it('with what differs, and selected where the port is the same', () => {
    const { offered } = offer(
      { id: 'same' },
      { id: 'texts', params: { host: 'DB.Example.', port: '8765', enableSsl: 'false' } },
      { id: 'path', params: { httpPath: '/x' } },
      { id: 'ssl', params: { enableSsl: true } },
      { id: 'port', params: { port: 8766 } },
    );
    expect(offered).toEqual([
      ['same', '', true],
      ['texts', 'Host DB.Example.', true],
      ['path', 'HTTP path /x', true],
      ['ssl', 'Enable SSL On', true],
      ['port', 'Port 8766', false],
    ]);
  });

  it('and no others', () => {
    const { offered, fixed } = offer(
      { id: 'other-host', params: { host: 'other.example' } },
      { id: 'other-user', params: { username: 'other' } },
      { id: 'user-in-other-case', params: { username: 'ADMIN' } },
      { id: 'hidden', auth: undefined },
    );
    expect([offered, fixed]).toEqual([[], []]);
  });

  const of = (
    id: string,
    { connectionSpec, authMethods: [{ specName }] }: Pick<typeof hive, 'connectionSpec' | 'authMethods'>,
    params: Readonly<Record<string, unknown>>,
  ) => ({ id, connectionSpec, auth: { specName, params: { username: 'admin', ...params } } });

  it('of any source, which is named, and selected where the port is the same', () => {
    const { offered, fixed } = offer(
      of('hive', hive, { host: 'db.example' }),
      of('gateway', hive, { host: 'db.example:8765' }),
      of('ring', cassandra, { host: 'db.example', port: '9043' }),
      of('other-user', hive, { host: 'db.example', username: 'hive' }),
    );
    expect(offered).toEqual([
      ['gateway', 'Apache Hive on HDInsights, Port 8765', true],
      ['hive', 'Apache Hive on HDInsights, Port 443', false],
      ['ring', 'Apache Cassandra, Port 9043', false],
    ]);
    expect(fixed).toEqual([]);
  });

  it('unless a change would remove values, or would be refused by the form: these are named', () => {
    const { offered, fixed } = offer(
      { id: 'more', params: { schema: 'SALES' } },
      { id: 'no-path', params: { httpPath: undefined } },
      { id: 'unknown', connectionSpec: { id: 'unknown' } },
      { id: 'unknown-elsewhere', connectionSpec: { id: 'unknown' }, params: { host: 'other.example' } },
    );
    expect([offered, fixed]).toEqual([
      [],
      [
        'more: It has values that its source does not describe: schema.',
        'no-path: These values are missing or not valid: HTTP path. Edit the connection first.',
        'unknown: Its source is not known, so it is not clear which values are secrets.',
      ],
    ]);
  });
});

const brick = chooseAuthMethod(databricks);

it('without a user, only connections with the same target are offered', () => {
  const at = (id: string, domain: string) =>
    heldConnection({
      id,
      connectionSpec: brick.connectionSpec,
      auth: { params: { domain, clusterId: '0123-456789-abcdefgh', database: 'default' } },
    });
  const list = [
    at('a', 'https://adb.example/x'),
    at('b', 'HTTPS://ADB.example/x'),
    at('c', 'https://adb.example/y'),
  ];
  const { offered } = findCandidates(brick, at('a', 'https://adb.example/x'), list, findSource);
  expect(offered.map(({ connection, isPreselected }) => [connection.id, isPreselected])).toEqual([
    ['a', true],
    ['b', true],
  ]);
});

it('does not speak of a host and user where a source has none', () => {
  const at = (id: string, name = 'Lake') =>
    heldConnection({
      id,
      name,
      connectionSpec: brick.connectionSpec,
      auth: { params: { domain: 'https://adb.example/x', clusterId: '0123-456789-abcdefgh', database: 'd' } },
    });
  const words = (...others: Parameters<typeof heldConnection>[0][]) => {
    const list = [at('a'), ...others.map((one) => heldConnection({ ...at('b'), ...one }))];
    return describeCandidates(findCandidates(brick, at('a'), list, findSource), 'secret', false, 'all');
  };
  expect(words()).toBe(
    'No other connection in this sandbox has the same settings, as far as Adobe returns them.',
  );
  expect(words({ id: 'b' })).toBe('2 connections have the same settings, as far as Adobe returns them.');
});

it('reads host and user of every source that has them, as far as they are no secrets', () => {
  const read = builtInSources.flatMap(({ authMethods, ...source }) =>
    authMethods.flatMap(({ specName }) => {
      const chosen = chooseAuthMethod({ ...source, authMethods }, specName);
      const signIn = readSignIn(chosen, { auth: { specName, params: exampleParams(chosen) } });
      return signIn === null ? [] : [source.slug];
    }),
  );
  expect([...new Set(read)]).toEqual([
    'phoenix',
    'amazon-redshift',
    'cassandra',
    'hive',
    'spark',
    'ibm-db2',
    'oracle',
    'snowflake-streaming',
  ]);
});

describe('the page says only what is true', () => {
  const words = (...connections: Parameters<typeof heldConnection>[0][]) => {
    const others = connections.map((change) => heldConnection(change));
    const candidates = findCandidates(phoenix, model, [model, ...others], findSource);
    return describeCandidates(candidates, 'password', false, 'all');
  };

  it.each([
    [[], 'No other connection in this sandbox has the same host and user, as far as Adobe returns them.'],
    [[{ id: 'same' }], '2 connections use the same database and user.'],
    [
      [{ id: 'path', params: { httpPath: '/x' } }],
      '2 connections have the same host and user. Select those that have the same password.',
    ],
    [
      [{ id: 'port', params: { port: 1 } }],
      '2 connections have the same host and user. Select those that have the same password. 1 is not preselected, because its port differs or is not known, and another server may have another password.',
    ],
    [
      [{ id: 'more', name: 'More', params: { schema: 'S' } }],
      '1 other connection has the same host and user, but the wizard can’t change it: “More” (It has values that its source does not describe: schema).',
    ],
  ])('%#', (connections, expected) => expect(words(...connections)).toBe(expected));

  it('when connections with the name of a temporary one are left out, also one that cannot be changed', () => {
    const name = (end: string) => `Trial of a new password for Sales, can be deleted (${end})`;
    const others = [
      heldConnection({ id: 'trial', name: name('1') }),
      heldConnection({ id: 'more', name: name('2'), params: { schema: 'S' } }),
      heldConnection({ id: 'elsewhere', name: name('3'), params: { host: 'other.example' } }),
    ];
    const candidates = findCandidates(phoenix, model, [model, ...others], findSource);
    expect(candidates.trials.map(({ id }) => id)).toEqual(['trial', 'more']);
    expect(describeCandidates(candidates, 'password', false, 'all')).toBe(
      'Apart from temporary connections, no other connection in this sandbox has the same host and user, as far as Adobe returns them.',
    );
    const own = heldConnection({ id: 'own', name: name('4') });
    expect(findCandidates(phoenix, own, [own], findSource)).toMatchObject({ trials: [] });
  });

  it('when not all connections could be read', () => {
    const candidates = findCandidates(phoenix, model, [model], findSource);
    expect(describeCandidates(candidates, 'password', false, 'some')).toContain('There may be one, because');
    expect(describeCandidates(candidates, 'password', false, 'none')).not.toContain('No other');
    expect(describeCandidates(candidates, 'password', true, 'all')).not.toContain('No other');
  });
});
