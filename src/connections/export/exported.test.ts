import { describe, expect, it } from 'vitest';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { findSource } from '../../sources/find-source.ts';
import { phoenixRequest } from '../../testing/emulator-fixture.ts';
import { toExport } from './exported.ts';
import { findExportSource } from './find-export-source.ts';
import { exportFormats } from './export-formats.ts';

const scope = { gateway: 'https://platform.adobe.io/data/foundation', sandbox: 'prod' };
const connection = (changes: Partial<Connection> = {}): Connection => ({
  ...phoenixRequest(),
  id: '0',
  etag: '"1"',
  ...changes,
});
const variablesOf = (names: readonly string[]) =>
  toExport(
    scope,
    names.map((name) => connection({ name })),
    findSource,
  ).connections.flatMap(({ variables }) => variables);

describe('the variables of secrets', () => {
  it.each([
    ['Phoenix retail-core', 'PHOENIX_RETAIL_CORE_PASSWORD'],
    ['  2024 sales ', 'CONNECTION_2024_SALES_PASSWORD'],
    ['売上', 'PHOENIX_PASSWORD'],
    ['42', 'PHOENIX_42_PASSWORD'],
    ['', 'PHOENIX_PASSWORD'],
    ['$(x)"\n\'', 'X_PASSWORD'],
  ])('%j gives %s', (name, variable) => {
    expect(variablesOf([name])).toEqual([variable]);
  });

  it('are different for connections of the same name', () => {
    expect(variablesOf(['Sales', 'sales', 'Sales 2', 'SALES!'])).toEqual([
      'SALES_PASSWORD',
      'SALES_PASSWORD_2',
      'SALES_2_PASSWORD',
      'SALES_PASSWORD_3',
    ]);
  });
});

it('leaves out what may be a secret: a connection of an unknown source, and values that a source does not describe', () => {
  const secret = { unknownToken: 'tell-nobody', password: 'tell-nobody' };
  const known = connection({
    auth: { specName: 'Basic Authentication', params: { host: 'h.example', ...secret } },
  });
  const unknown = connection({ name: 'Odd', connectionSpec: { id: 'another', version: '1.0' } });
  const exported = toExport(scope, [known, unknown], findSource);
  expect(exported).toMatchObject({
    connections: [{ name: known.name }],
    unknown: [{ name: 'Odd' }],
    reduced: 1,
  });
  for (const { write } of exportFormats) expect(write(exported)).not.toContain('tell-nobody');
});

it('finds no source for an auth method that no definition has, because its secrets are not known', () => {
  const sourceOf = findExportSource([]);
  expect(sourceOf(connection())?.slug).toBe('phoenix');
  expect(
    sourceOf(connection({ auth: { specName: 'Another', params: { token: 'tell-nobody' } } })),
  ).toBeNull();
  expect(sourceOf(connection({ auth: undefined }))).toBeNull();
});

it('takes a definition of Adobe for a source that is not documented', () => {
  const authSpec = [
    {
      name: 'Key',
      type: 'KeyAuth',
      spec: {
        type: 'object',
        properties: { host: { type: 'string' }, apiToken: { type: 'string', format: 'password' } },
      },
    },
  ];
  const spec = { id: 'another', name: 'odd', authSpec };
  const odd = connection({
    name: 'Odd',
    connectionSpec: { id: 'another', version: '1.0' },
    auth: { specName: 'Key', params: { host: 'h.example', apiToken: 'tell-nobody' } },
  });
  const exported = toExport(scope, [odd], findExportSource([spec]));
  expect(exported).toMatchObject({ connections: [{ variables: ['ODD_API_TOKEN'] }], unknown: [] });
  for (const { write } of exportFormats) {
    expect(write(exported)).toContain('h.example');
    expect(write(exported)).not.toContain('tell-nobody');
  }
});

it.each(exportFormats)('$label shows every character that it would send', ({ write }) => {
  const hidden = '\u202E\u200B\u2066\uFEFF\u00AD\u3164\u2028\u0085\u{E0041}';
  const text = write(toExport(scope, [connection({ name: `a${hidden}z`, description: hidden })], findSource));
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  expect(text).toContain(String.raw`\u202e`);
});

it.each(exportFormats)('reads each of 500 connections as often as each of 50, for $label', ({ write }) => {
  const countReads = (count: number) => {
    let reads = 0;
    const counted = Array.from(
      { length: count },
      (_, place) =>
        new Proxy(connection({ name: `Connection ${place}` }), {
          get(target, property) {
            reads += 1;
            return Reflect.get(target, property);
          },
        }),
    );
    expect(write(toExport(scope, counted, findSource))).toContain(`Connection ${count - 1}`);
    return reads;
  };
  expect(countReads(500)).toBe(10 * countReads(50));
});
