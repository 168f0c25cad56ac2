import { describe, expect, it } from 'vitest';
import { bigquery } from '../sources/catalog/bigquery.ts';
import { dataExplorer } from '../sources/catalog/data-explorer.ts';
import { mysql } from '../sources/catalog/mysql.ts';
import { oracle } from '../sources/catalog/oracle.ts';
import { snowflakeStreaming } from '../sources/catalog/snowflake-streaming.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { type SourceDescription, chooseAuthMethod } from '../sources/source.ts';
import { readPastedText } from './read-pasted-text.ts';

const url = 'https://platform.adobe.io/data/foundation/flowservice/connections';

function bodyOf(name: string, host: string, specId = phoenix.connectionSpec.id) {
  return {
    name,
    auth: { specName: 'Basic Authentication', params: { host, port: 443, password: '$PHOENIX_PASSWORD' } },
    connectionSpec: { id: specId, version: '1.0' },
  };
}

const foreign = bodyOf('Orders', 'mysql.example', mysql.connectionSpec.id);
const bodies = [foreign, bodyOf('Sales', 'sales.example'), bodyOf('Stock', 'stock.example')];
const inShell = (body: object) => `curl -X POST '${url}' \\\n  --data-raw '${JSON.stringify(body)}'`;
const inPostman = (body: object) => ({
  name: 'a request',
  request: { method: 'POST', url, header: [], body: { mode: 'raw', raw: JSON.stringify(body) } },
});
const info = { name: 'c', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };

/** Each format with several connections. */
const formats: Readonly<Record<string, (bodies: readonly object[]) => string>> = {
  'a list in JSON': (all) => JSON.stringify(all, null, 2),
  'an answer of the service': (all) => JSON.stringify({ items: all }),
  'curl commands': (all) => `#!/bin/sh\nset -u\n: "\${API_KEY:?}"\n${all.map(inShell).join('\n')}\n`,
  'a Postman collection with a folder': (all) =>
    JSON.stringify({ info, item: [{ name: 'f', item: all.map(inPostman) }] }),
  'a list in Python': (all) =>
    `import aepp\nconnections = ${JSON.stringify(all, null, 2)}\nfor one in connections:\n    print(one)\n`,
  'requests in an .http file': (all) =>
    all
      .map((body) => `POST ${url} HTTP/1.1\nContent-Type: application/json\n\n${JSON.stringify(body)}\n`)
      .join('\n###\n'),
  'a list in YAML': (all) => `items:\n${all.map((body) => `  - ${JSON.stringify(body)}`).join('\n')}\n`,
  'calls in Python': (all) =>
    `import aepp\n${all.map((body) => `flow.createConnection(data=${JSON.stringify(body)})`).join('\n')}\n`,
};

/** The labels of the choice that a text offers. */
function labelsOf(all: readonly object[], source: SourceDescription = phoenix): readonly string[] {
  const read = readPastedText(JSON.stringify(all), chooseAuthMethod(source));
  if (read.kind === 'refused') throw new Error(read.reason);
  return (read.connections ?? []).map(({ name, details }) =>
    [name, ...details.map((one) => `(${one})`)].join(' '),
  );
}

describe('connections with the same name', () => {
  it('are distinguished by their hosts, and by numbers only where the hosts are the same', () => {
    const { connectionSpec, auth } = bodyOf('Sales', 'sales.example');
    expect(
      labelsOf([
        bodyOf('Sales', 'a.example'),
        bodyOf('Sales', 'https://b.example:8443/'),
        bodyOf('Stock', 'b.example'),
        { connectionSpec, auth },
        bodyOf('Sales', 'c.example'),
        bodyOf('Sales', 'C.example'),
        bodyOf('Sales', '{HOST}'),
      ]),
    ).toEqual([
      'Sales (a.example)',
      'Sales (b.example)',
      'Stock',
      'Connection',
      'Sales (c.example) (5)',
      'Sales (C.example) (6)',
      'Sales',
    ]);
  });

  it('show no secret of any of them', () => {
    const { connectionSpec, auth } = bodyOf('Sales', 'sales.example');
    const withSecret = { ...auth, params: { ...auth.params, password: 'S3cret-1' } };
    const labels = labelsOf([
      { name: 'with S3cret-1 inside', connectionSpec, auth: withSecret },
      { connectionSpec, auth },
      bodyOf('Stock', 'https://admin:hidden-1@stock.example/'),
      bodyOf('Stock', 'admin:hidden-1@stock.example'),
      bodyOf('Stock', 'S3cret-1'),
    ]);
    expect(labels).toEqual([
      'Connection (sales.example) (1)',
      'Connection (sales.example) (2)',
      'Stock (3)',
      'Stock (4)',
      'Stock (5)',
    ]);
  });

  it.each([
    [snowflakeStreaming, 'Basic Authentication for Snowflake', { account: 'acme-1' }, 'acme-1'],
    [bigquery, 'Basic Authentication', { project: 'sales-eu', clientId: 'c' }, 'sales-eu'],
    [dataExplorer, 'Service Principal Based Authentication', { endpoint: 'https://c.example' }, 'c.example'],
    [
      mysql,
      'Connection String Based Authentication',
      { connectionString: 'Server=db.example;Port=3306;Database=d;UID=u;PWD=hidden-1' },
      'db.example',
    ],
    [oracle, 'Basic Authentication', { server: 'ora.example' }, 'ora.example'],
  ] as const)(
    'of $slug are told apart by what their auth method names',
    (source, specName, params, target) => {
      const bodyWith = (values: object) => ({
        name: 'Sales',
        auth: { specName, params: values },
        connectionSpec: source.connectionSpec,
      });
      expect(labelsOf([bodyWith(params), bodyWith({})], source)).toEqual([`Sales (${target})`, 'Sales']);
    },
  );
});

it.each([
  ['a list', (all: readonly unknown[]) => all],
  ['an answer of the service', (all: readonly unknown[]) => ({ items: all })],
])('elements of %s that are not objects are skipped', (_, wrap) => {
  const [, sales, stock] = bodies;
  const read = (all: readonly unknown[]) => readPastedText(JSON.stringify(wrap(all)), phoenix);
  expect(read([5, sales, null, stock, 'x', ['y']])).toMatchObject({
    found: { name: 'Sales' },
    connections: [{ name: 'Sales' }, { name: 'Stock' }],
  });
  expect(read([null, sales])).toMatchObject({ found: { name: 'Sales' } });
});

describe.each(Object.entries(formats))('%s', (_, write) => {
  it('of three connections gives the first one of the source, and says so', () => {
    const read = readPastedText(write(bodies), phoenix);
    expect(read).toMatchObject({
      found: { name: 'Sales', params: { host: 'sales.example', port: '443' } },
      placeholders: expect.arrayContaining(['password']),
      notes: ['This text has 3 connections. Only the first Apache Phoenix connection is imported.'],
    });
  });

  it('of three connections gives the chosen one of the source', () => {
    const read = readPastedText(write(bodies), phoenix, 1);
    expect(read).toMatchObject({
      found: { name: 'Stock', params: { host: 'stock.example', port: '443' } },
      connections: [{ name: 'Sales' }, { name: 'Stock' }],
      notes: ['This text has 3 connections. Only the chosen Apache Phoenix connection is imported.'],
    });
  });

  it('of one connection gives it without a note', () => {
    const read = readPastedText(write(bodies.slice(1, 2)), phoenix);
    expect(read).toMatchObject({ found: { name: 'Sales' }, notes: [] });
  });

  it('without a connection of the source is not imported', () => {
    const read = readPastedText(write([foreign, foreign]), phoenix);
    expect(read).not.toHaveProperty('found.name');
    expect(JSON.stringify(read)).toContain('This connection is for another source');
  });

  it('also gives a connection of another source', () => {
    const read = readPastedText(write(bodies), chooseAuthMethod(mysql));
    expect(read).toMatchObject({ found: { name: 'Orders' } });
  });
});
