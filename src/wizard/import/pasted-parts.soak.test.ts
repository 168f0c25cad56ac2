import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Import } from '../../imports/import-result.ts';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { readForNamed } from './read-for-source.ts';
import { readPasted } from './read-pasted.ts';

const runs = Number(process.env['SOAK_RUNS'] ?? 500);
const seed = Number(process.env['SOAK_SEED'] ?? 20_250_502);

const templates = ["[parameters('t')]", '@{t}', '${T}', '{{t}}', '<t>', '%T%'];
const valueOf = (value: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constantFrom(...templates) },
  );

/** The parts of a text. A part that is missing is undefined. */
const parts = fc.record(
  {
    server: valueOf('srv.example'),
    port: valueOf('4711'),
    database: valueOf('dbase1'),
    user: valueOf('reader1'),
    password: fc.oneof(valueOf('Zq9c0ret'), fc.constantFrom('Zq9 x', 'Zq9;x', "Zq9'x", 'Zq9=x', 'Zq9&x')),
  },
  { requiredKeys: [] },
);
type Parts = Partial<Record<'server' | 'port' | 'database' | 'user' | 'password', string>>;
const extras = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('sslmode', 'Encrypt', 'loginTimeout', 'charset', 'role', 'warehouse'),
    value: fc.constantFrom('extra-1', 'true', '${T}'),
  }),
  { maxLength: 2, selector: ({ key }) => key },
);
type Extras = readonly { readonly key: string; readonly value: string }[];
interface Written {
  readonly parts: Parts;
  readonly extras: Extras;
  /** Whether the extra settings stand behind the password. */
  readonly isLast: boolean;
}

type Pair = readonly [key: string, value: string | undefined];
type Join = (parts: readonly Pair[], written: Written) => readonly string[];
const join: Join = (own, { extras: more, isLast }) => {
  const settings = own.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  const others = more.map(({ key, value }) => `${key}=${value}`);
  return isLast ? [...settings, ...others] : [...others, ...settings];
};
const encode = (value: string) => (templates.includes(value) ? value : encodeURIComponent(value));

const url =
  (scheme: string, separator: '?' | ';') =>
  (written: Written): string => {
    const { server = '', port, database, user, password } = written.parts;
    const isQuery = separator === '?';
    const settings = join(
      [
        ['user', user],
        ['password', password === undefined || !isQuery ? password : encode(password)],
      ],
      written,
    ).join(isQuery ? '&' : ';');
    const address = `${server}${port === undefined ? '' : `:${port}`}${database === undefined ? '' : `/${database}`}`;
    return `${scheme}://${address}${settings === '' ? '' : separator}${settings}`;
  };
const text =
  (keys: readonly [string, string, string, string, string]) =>
  (written: Written): string => {
    // Without both, the text is no database's.
    const { server = 'srv.example', port, database = 'dbase1', user, password } = written.parts;
    const values = [server, port, database, user, password];
    return join(
      keys.map((key, index) => [key, values[index]] as const),
      written,
    ).join(';');
  };
const service =
  (type: string, isString: boolean, userName: string) =>
  (written: Written): string => {
    const { user, password, ...place } = written.parts;
    const others = Object.fromEntries(written.extras.map(({ key, value }) => [key, value]));
    const secure = password === undefined ? {} : { password: { type: 'SecureString', value: password } };
    const named = user === undefined ? {} : { [userName]: user };
    const typeProperties = isString
      ? {
          connectionString: text(['Server', 'Port', 'Database', 'UID', 'PWD'])({
            ...written,
            parts: { ...place, ...(user !== undefined && { user }) },
          }),
          ...secure,
        }
      : { ...place, ...named, ...secure, ...others };
    return JSON.stringify({ name: 'n', properties: { type, typeProperties } });
  };
const conninfo = (written: Written): string => {
  // Without both, the text is no database's, and a blank separates nothing in it.
  const { server = 'srv.example', port, database = 'dbase1', user, password } = written.parts;
  const quoted = password === undefined ? undefined : `'${password.replaceAll("'", "\\'")}'`;
  return join(
    [
      ['host', server],
      ['port', port],
      ['dbname', database],
      ['user', user],
      ['password', quoted],
    ],
    { ...written, extras: written.extras.map((one) => ({ ...one, key: one.key.toLowerCase() })) },
  ).join(' ');
};
const settings = (written: Written): string => {
  const { user, password, ...place } = written.parts;
  const lines = join(
    [
      ['DB_USER', user],
      ['DB_PASSWORD', password],
    ],
    written,
  );
  return [`DB_URL=${url('jdbc:mysql', '?')({ parts: place, extras: [], isLast: true })}`, ...lines].join(
    '\n',
  );
};
const writers: readonly ((written: Written) => string)[] = [
  ...[
    'jdbc:mysql',
    'jdbc:postgresql',
    'jdbc:redshift',
    'mysql+pymysql',
    'postgres',
    'mssql',
    'snowflake',
    'hive',
    'cassandra',
    'oracle+oracledb',
    'vertica',
    'db2',
  ].map((scheme) => url(scheme, '?')),
  url('jdbc:sqlserver', ';'),
  url('sqlserver', ';'),
  text(['Server', 'Port', 'Database', 'UID', 'PWD']),
  text(['Host', 'Port', 'Sid', 'UserId', 'Password']),
  text(['HOST', 'PORT', 'DB', 'UID', 'PWD']),
  ...['MySql', 'PostgreSqlV2', 'SqlServer', 'AzureSqlDW', 'Oracle', 'Greenplum'].map((type) =>
    service(type, false, 'username'),
  ),
  ...['MySql', 'PostgreSql', 'AzureSqlDatabase', 'AzureSqlDW', 'MariaDB'].map((type) =>
    service(type, true, 'username'),
  ),
  service('AzureSqlDatabase', false, 'userName'),
  conninfo,
  settings,
];

/** The words by which a part may be named. */
const words: Readonly<Record<keyof Parts, readonly string[]>> = {
  server: ['server', 'host', 'address', 'data source', 'account', 'domain'],
  port: ['port'],
  database: ['database', 'db', 'sid', 'service', 'path', 'schema'],
  user: ['user', 'uid'],
  password: ['password', 'pwd'],
};

/** Sentences about a whole text, or about the rest of one. */
const whole = /needs one connection string|connection string was skipped/;
const rest =
  /settings after the password|text after the password|is no setting|no name|whole text is sent|connection string was skipped|start and end are unclear|settings after a secret/i;

function isTold(result: Import, name: readonly string[], value: string): boolean {
  const { params = {} } = result.found;
  if (Object.values(params).some((found) => String(found).includes(value))) return true;
  const told = [...result.placeholders, ...result.unknownKeys].map((one) => one.toLowerCase());
  return (
    told.some((one) => name.some((word) => one.includes(word))) ||
    result.notes.some((note) => name.some((word) => note.toLowerCase().includes(word)))
  );
}

function findUntold(result: Import, { parts: given, extras: more }: Written): readonly string[] {
  const { params = {} } = result.found;
  const isTaken = Object.values(params).some((found) => String(found).includes('='));
  const isRest = isTaken || result.notes.some((note) => rest.test(note));
  const isWhole = result.notes.some((note) => whole.test(note));
  const values: Readonly<Record<string, string | undefined>> = given;
  const names = Object.entries(words).flatMap(([part, list]) => {
    const value = values[part];
    return value === undefined || value === '' || isWhole || isTold(result, list, value) ? [] : [part];
  });
  const others = more.filter(({ key, value }) => !isRest && !isTold(result, [key.toLowerCase()], value));
  return [...names, ...others.map(({ key }) => key)];
}

const written = fc.record({ parts, extras, isLast: fc.boolean() });
const sources: readonly Source[] = builtInSources.map((source) => chooseAuthMethod(source));
const phoenix = sources.find(({ slug }) => slug === 'phoenix');

it(`${runs} texts of databases: every part is used, listed or covered by a sentence`, () => {
  const property = fc.property(
    written,
    fc.constantFrom(...writers),
    fc.option(fc.constantFrom(...sources), { freq: 4 }),
    (all, write, chosen) => {
      const pasted = write(all);
      const first = chosen ?? phoenix;
      if (first === undefined) throw new Error('There is no source phoenix.');
      const result = readPasted(pasted, first);
      const results =
        result.kind !== 'otherSource'
          ? [result]
          : result.sources.map(({ slug }) => readForNamed(slug, pasted));
      for (const one of results) {
        if (one.kind === 'otherSource') throw new Error('A text goes from source to source.');
        if (one.kind === 'refused') {
          if (one.reason === '') throw new Error('A refusal has no reason.');
          continue;
        }
        const untold = findUntold(one, all);
        if (untold.length > 0)
          throw new Error(`${pasted} says nothing about ${untold.join(', ')}: ${JSON.stringify(one)}`);
      }
    },
  );
  const { errorInstance } = fc.check(property, { numRuns: runs, seed });
  expect(errorInstance).toBeNull();
}, 300_000);
