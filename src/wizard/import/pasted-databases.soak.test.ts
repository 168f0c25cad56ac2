import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { isSecret } from '../../sources/secrets.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
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
const plain = (scheme: string) => (password: string) =>
  `${scheme}://u:${encodeURIComponent(password)}@h.example:1/d?role=r`;
const writers: readonly ((password: string) => string)[] = [
  ...['mysql', 'mariadb', 'postgresql', 'redshift', 'vertica', 'db2'].map(url),
  ...['Cassandra', 'MySql', 'PostgreSqlV2', 'SqlServer', 'Oracle', 'Teradata', 'Greenplum', 'Hive'].map(
    linked,
  ),
  ...['mysql+pymysql', 'postgres', 'mssql', 'sqlserver', 'oracle', 'snowflake', 'couchbases', 'mongodb'].map(
    plain,
  ),
  ...['mysql', 'postgres', 'mssql', 'sqlserver'].map(
    (name) => (password: string) => `${name}://u:${password}@h.example:1/d`,
  ),
  (password) =>
    `mssql+pyodbc:///?odbc_connect=${encodeURIComponent(`Server=h;Database=d;UID=u;PWD=${password}`)}`,
  (password) =>
    `kustosql+https://h.example/d?azure_ad_client_id=i&azure_ad_client_secret=${encodeURIComponent(password)}`,
  (password) => `Server=\${H};Port=1;Database=d;UID=u;PWD=${password}`,
  (password) => `DATABASE_URL=postgres://u:${encodeURIComponent(password)}@h.example/d`,
  (password) => `jdbc:sqlserver://h.example:1;databaseName=d;user=u;password=${password}`,
  (password) => `Server=h.example;Port=1;Database=d;UID=u;PWD=${password}`,
  (password) => `DB_URL=jdbc:mysql://h.example/d\nDB_USER=u\nDB_PASSWORD=${password}`,
  (password) => `host=h.example dbname=d user=u password='${password.replaceAll("'", "\\'")}'`,
];
const sources = builtInSources.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);

/** Whether a visible field or a message has a part of the secret. */
function showsSecret(result: ReturnType<typeof readPasted>, source: Source): boolean {
  if (result.kind === 'otherSource' || result.kind === 'refused')
    return /Zq9|9qZ/.test(JSON.stringify(result));
  const { params = {}, accessToken: _, ...clear } = result.found;
  const shown = Object.entries(params).filter(([name]) => !isSecret(source, name));
  return /Zq9|9qZ/.test(JSON.stringify({ ...result, found: { ...clear, shown } }));
}

it(`${runs} texts of databases: no visible field and no message contains a secret`, () => {
  const given = [secret, fc.constantFrom(...writers), fc.constantFrom(...sources)] as const;
  const property = fc.property(...given, (password, write, source) => {
    const text = write(password);
    const result = readPasted(text, source);
    if (result.kind !== 'otherSource') return !showsSecret(result, source);
    const meant = result.sources.flatMap(({ slug }) => sources.filter((one) => one.slug === slug));
    return meant.every((one) => !showsSecret(readPasted(text, one), one));
  });
  const report = fc.defaultReportMessage(fc.check(property, { numRuns: runs, seed }));
  expect(report).toBeUndefined();
}, 300_000);
