import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { isSecret } from '../../sources/secrets.ts';
import { chooseAuthMethod } from '../../sources/source.ts';
import { readPasted } from './read-pasted.ts';

const runs = Number(process.env['SOAK_RUNS'] ?? 500);
const seed = Number(process.env['SOAK_SEED'] ?? 20_250_502);

/** The start and the end of every secret, so that a part of it is also found. */
const secret = fc
  .string({ unit: fc.constantFrom(...Array.from('aX7!#$%&*+-./:;=?@^_ \'"{}')), maxLength: 6 })
  .map((middle) => `Zq9${middle}9qZ`);
const linked = (type: string) => (password: string) =>
  JSON.stringify({
    name: 'n',
    properties: {
      type,
      typeProperties: { server: 'h.example', host: 'h.example', port: 1, username: 'u', password },
    },
  });
const url = (name: string) => (password: string) =>
  `jdbc:${name}://u:${encodeURIComponent(password)}@h.example:1/d`;
const writers: readonly ((password: string) => string)[] = [
  ...['mysql', 'mariadb', 'postgresql', 'redshift', 'vertica', 'db2'].map(url),
  ...['Cassandra', 'MySql', 'PostgreSqlV2', 'SqlServer', 'Oracle', 'Teradata', 'Greenplum', 'Hive'].map(
    linked,
  ),
  (password) => `jdbc:sqlserver://h.example:1;databaseName=d;user=u;password=${password}`,
  (password) => `Server=h.example;Port=1;Database=d;UID=u;PWD=${password}`,
  (password) => `DB_URL=jdbc:mysql://h.example/d\nDB_USER=u\nDB_PASSWORD=${password}`,
  (password) => `host=h.example dbname=d user=u password='${password.replaceAll("'", "\\'")}'`,
];
const sources = builtInSources.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);

it(`${runs} texts of databases: no visible field and no message contains a secret`, () => {
  const given = [secret, fc.constantFrom(...writers), fc.constantFrom(...sources)] as const;
  const property = fc.property(...given, (password, write, source) => {
    const result = readPasted(write(password), source);
    if (result.kind === 'otherSource' || result.kind === 'refused') {
      return !/Zq9|9qZ/.test(JSON.stringify(result));
    }
    const { params = {}, accessToken: _, ...clear } = result.found;
    const shown = Object.entries(params).filter(([name]) => !isSecret(source, name));
    return !/Zq9|9qZ/.test(JSON.stringify({ ...result, found: { ...clear, shown } }));
  });
  const report = fc.defaultReportMessage(fc.check(property, { numRuns: runs, seed }));
  expect(report).toBeUndefined();
}, 300_000);
