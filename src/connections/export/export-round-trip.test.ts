import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { readPastedText } from '../../imports/read-pasted-text.ts';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { mysql } from '../../sources/catalog/mysql.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { findSource } from '../../sources/find-source.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { isSecretParam, secretParams } from '../../sources/secrets.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { exportFormats } from './export-formats.ts';
import { type Export, toExport } from './exported.ts';

const scope = { gateway: 'https://platform.adobe.io/data/foundation', sandbox: 'prod' };
const secretText = 'c0ret-of-nobody';

function connectionOf(source: Source, changes: Partial<Connection> = {}): Connection {
  const secrets = secretParams(source).map(({ name }) => [name, secretText]);
  return {
    id: '0',
    etag: '"1"',
    name: `Sales in ${source.shortName}`,
    auth: {
      specName: source.authMethod.specName,
      params: { ...exampleParams(source), ...Object.fromEntries(secrets) },
    },
    connectionSpec: source.connectionSpec,
    ...changes,
  };
}

function exportOf(connections: readonly Connection[]): Export {
  return toExport(scope, connections, findSource);
}

/** The params that can be read back, as answers of the form. */
function readableParams(source: Source) {
  const examples = exampleParams(source);
  return Object.fromEntries(
    source.authMethod.params
      .filter((param) => !isSecretParam(param))
      .map(({ name, control }) => {
        const value = examples[name];
        if (control === 'switch') return [name, value];
        return [name, typeof value === 'string' ? value : JSON.stringify(value)];
      }),
  );
}

const methods = builtInSources.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);
const cases = exportFormats.flatMap((format) => methods.map((source) => ({ format, source })));

describe('an export that is imported again gives everything but the secrets', () => {
  it.each(
    cases.map((one) => [`${one.format.label}: ${one.source.name}, ${one.source.authMethod.specName}`, one]),
  )('%s', (_, one) => {
    if (typeof one === 'string') throw new Error('This is a title.');
    const { format, source } = one;
    const connection = connectionOf(source, { description: 'Orders & stores' });
    const text = format.write(exportOf([connection]));
    expect(text).not.toContain(secretText);
    const read = readPastedText(text, source);
    expect(read).toMatchObject({
      found: { name: connection.name, description: 'Orders & stores' },
      notes: [],
    });
    expect('found' in read && (read.found.params ?? {})).toEqual(readableParams(source));
    for (const { name } of secretParams(source))
      expect(read).toHaveProperty('placeholders', expect.arrayContaining([name]));
  });
});

describe.each(exportFormats)(
  '$label: an ordinary value that looks like a placeholder is imported',
  ({ write }) => {
    it.each([
      'OPS$ORACLE',
      '$USER',
      '${USER}',
      '{USER}',
      '{{USER}}',
      '{{API_KEY}}',
      '<user>',
      '%USER%',
      '__USER__',
      '((user))',
      '[USER]',
      '#{user}#',
      'var.user',
      'your-user',
      'change me',
      'ENC(user)',
      '***',
      '...',
    ])('%s', (value) => {
      const shared = connectionOf(phoenix, { name: `Sales ${value}` });
      const params = { ...shared.auth?.params, username: value };
      const auth = { specName: phoenix.authMethod.specName, params };
      const connection = { ...shared, description: `Sales of ${value}`, auth };
      // The variable of the second one is numbered.
      for (const connections of [[connection], [shared, connection]]) {
        const read = readPastedText(write(exportOf(connections)), phoenix, connections.length - 1);
        expect(read).toMatchObject({
          found: { name: `Sales ${value}`, description: `Sales of ${value}`, params: { username: value } },
          placeholders: expect.arrayContaining(['password']),
        });
        expect(read).not.toHaveProperty('placeholders', expect.arrayContaining(['username']));
      }
    });
  },
);

it.each(exportFormats)(
  '$label: a secret that was filled in by hand is imported with the other values',
  ({ write }) => {
    const connection = connectionOf(phoenix, { name: 'Sales <EU>' });
    const exported = write(exportOf([connection]));
    const filled = exported.replace(
      /\$SALES_EU_PASSWORD(?=")|\{\{SALES_EU_PASSWORD\}\}|os\.environ\["SALES_EU_PASSWORD"\]|'"\$\([^)]*SALES_EU_PASSWORD[^)]*\)"'/,
      (variable) => (variable.startsWith('os') ? '"typed by hand"' : 'typed by hand'),
    );
    expect(readPastedText(filled, phoenix)).toMatchObject({
      found: { name: 'Sales <EU>', params: { ...readableParams(phoenix), password: 'typed by hand' } },
    });
  },
);

it('a text that only looks like an export has placeholders', () => {
  const params = { ...exampleParams(phoenix), username: '$SALES_USERNAME', password: '$SALES_PASSWORD' };
  const body = { name: 'Sales', auth: { specName: phoenix.authMethod.specName, params } };
  for (const text of [body, [body], { items: [body] }, { ...body, description: 'Export of sales' }]) {
    expect(readPastedText(JSON.stringify(text), phoenix)).toMatchObject({
      placeholders: ['username', 'password'],
    });
  }
});

it.each(exportFormats)('$label: the first of several connections is imported', ({ write }) => {
  const all = ['First', 'Second'].map((name) => connectionOf(phoenix, { name }));
  const read = readPastedText(write(exportOf([connectionOf(chooseAuthMethod(mysql)), ...all])), phoenix);
  expect(read).toMatchObject({
    found: { name: 'First' },
    notes: ['This text has 3 connections. Only the first Apache Phoenix connection is imported.'],
  });
});

/** Names as nobody should give them. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...Array.from('\'"`$\\!;&|<>(){}[]#*?~%=:,@ \n\r\t\0'),
      '$(exit 7)',
      '`exit 7`',
      '"""',
      "'''",
    ),
    fc.constantFrom(
      '{{API_KEY}}',
      '${HOME}',
      '\u2028',
      '\u202E',
      '\uE000',
      '\u{1F511}',
      '\uD800',
      '\u{E0041}',
      'é',
    ),
    fc.constantFrom('a', 'B', '7', ' '),
  ),
  minLength: 1,
  maxLength: 500,
});

test.each(exportFormats)(
  '$label: a hostile name is imported as it is, or left out with a word',
  ({ write }) => {
    fc.assert(
      fc.property(hostile, (name) => {
        const text = write(exportOf([connectionOf(phoenix, { name, description: name })]));
        const read = readPastedText(text, phoenix);
        if (read.kind === 'refused') throw new Error(read.reason);
        const { found, notes, placeholders } = read;
        const isTold =
          placeholders.includes('name') || notes.some((note) => note.startsWith('Connection name'));
        const isLeftOut = found.name === undefined && isTold;
        expect(isLeftOut ? '' : visible(found.name ?? '')).toBe(isLeftOut ? '' : visible(name));
        expect(found.params).toEqual(readableParams(phoenix));
      }),
      { numRuns: 60, seed: 20_261_127 },
    );
  },
);

/** The import cleans the edges of a text, and exports a line break or an invisible character as it is. */
function visible(text: string): string {
  return text.replaceAll(/[\p{C}\p{Z}\s]/gu, '');
}
