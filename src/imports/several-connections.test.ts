import { describe, expect, it } from 'vitest';
import { mysql } from '../sources/catalog/mysql.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { chooseAuthMethod } from '../sources/source.ts';
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

it('connections are numbered where their names repeat, are missing or hold a secret', () => {
  const { connectionSpec, auth } = bodyOf('Sales', 'sales.example');
  const all = [
    bodyOf('Sales', 'a.example'),
    bodyOf('Sales', 'b.example'),
    { connectionSpec, auth },
    { ...bodyOf('x', 'c.example'), auth: { ...auth, params: { password: 'S3cret!' } } },
    bodyOf('with S3cret! inside', 'd.example'),
  ];
  expect(readPastedText(JSON.stringify(all), phoenix)).toMatchObject({
    connections: ['Sales (1)', 'Sales (2)', 'Connection', 'x', 'Connection (5)'],
  });
});

describe.each(Object.entries(formats))('%s', (_, write) => {
  it('of three connections gives the first one of the source, and says so', () => {
    const read = readPastedText(write(bodies), phoenix);
    expect(read).toMatchObject({
      found: { name: 'Sales', params: { host: 'sales.example', port: '443' } },
      placeholders: expect.arrayContaining(['password']),
      notes: ['This text has 3 connections. Only the first Apache Phoenix connection was imported.'],
    });
  });

  it('of three connections gives the chosen one of the source', () => {
    const read = readPastedText(write(bodies), phoenix, 1);
    expect(read).toMatchObject({
      found: { name: 'Stock', params: { host: 'stock.example', port: '443' } },
      connections: ['Sales', 'Stock'],
      notes: ['This text has 3 connections. Only the chosen Apache Phoenix connection was imported.'],
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
