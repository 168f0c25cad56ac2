import { showParts } from './connection-fields.ts';
import { findText } from './fielded-text.ts';
import type { ConnectionParts } from './connection-string.ts';
import type { AuthMethod, Param } from './source.ts';

/** A JDBC URL, its source, and the parts that could be read. */
export interface JdbcUrl {
  readonly slug: string;
  readonly parts: ConnectionParts;
}

/** The source of each JDBC driver, by what follows `jdbc:`. */
const drivers: readonly (readonly [prefix: string, slug: string])[] = [
  ['bigquery:', 'google-big-query'],
  ['cassandra:', 'cassandra'],
  ['databricks:', 'azure-databricks'],
  ['db2:', 'ibm-db2'],
  ['hive2:', 'hive'],
  ['mariadb:', 'maria-db'],
  ['mysql:', 'mysql'],
  ['oracle:', 'oracle'],
  ['phoenix:', 'phoenix'],
  ['pivotal:greenplum:', 'greenplum'],
  ['postgresql:', 'postgre-sql'],
  ['redshift:', 'amazon-redshift'],
  ['snowflake:', 'snowflake'],
  ['spark:', 'spark'],
  ['sqlserver:', 'sql-server'],
  ['teradata:', 'teradata-vantage'],
  ['vertica:', 'vertica'],
];

/** Reads a text that is one JDBC URL of a known driver; null for any other text. */
export function readJdbcUrl(text: string): JdbcUrl | null {
  const url = text.trim();
  const driver = drivers.find(([prefix]) => url.toLowerCase().startsWith(`jdbc:${prefix}`));
  if (driver === undefined || /\s/.test(url)) return null;
  const [prefix, slug] = driver;
  const rest = url.slice('jdbc:'.length + prefix.length);
  const settings = readSettings(rest);
  const address = /^(?:thin:[^@]*@)?(?:\/\/)?(?:[^/@]*@)?(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?/.exec(
    rest,
  )?.groups;
  const path =
    /^(?:thin:[^@]*@)?(?:\/\/)?(?:[^/@]*@)?[\w.-]+(?::\d{1,5})?[/:](?<name>[\w$-]+)(?=$|[?;:,])/.exec(
      rest,
    )?.groups;
  const found = {
    server: address?.['host'],
    port: address?.['port'],
    database: settings.get('databasename') ?? settings.get('database') ?? path?.['name'],
    user: settings.get('user') ?? settings.get('username') ?? settings.get('uid'),
    password: settings.get('password') ?? settings.get('pwd'),
  };
  const parts = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  return { slug, parts };
}

/** The settings after the address, by their names in lower case. A value with an invalid escape is left out. */
function readSettings(rest: string): ReadonlyMap<string, string> {
  const query = rest.includes('?');
  const list = query
    ? rest.slice(rest.indexOf('?') + 1).split('&')
    : rest.split(/[;,]|:(?=[a-z]+=)|\/(?=[a-z]+=)/i);
  return new Map(
    list.flatMap((one) => {
      const at = one.indexOf('=');
      const value = at < 1 ? null : decode(one.slice(at + 1), query);
      return value === null ? [] : [[one.slice(0, at).toLowerCase(), value] as const];
    }),
  );
}

function decode(value: string, isEscaped: boolean): string | null {
  if (!isEscaped) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** The params of each part, in the spellings of Adobe's specs. */
const paramNames: readonly (readonly [part: keyof ConnectionParts, ...names: string[]])[] = [
  ['server', 'server', 'host'],
  ['port', 'port'],
  ['database', 'database'],
  ['user', 'username'],
  ['password', 'password'],
];

/** The params of an auth method that a URL fills; empty when its text must be written in another way. */
export function toJdbcParams(
  { params }: AuthMethod,
  url: string,
  { slug, parts }: JdbcUrl,
): Readonly<Record<string, string>> {
  const text = params.find(({ name }) => name === 'connectionString');
  if (text !== undefined) {
    return slug === 'snowflake' ? { [text.name]: url.trim() } : toFields({ params }, text, parts);
  }
  return Object.fromEntries(
    paramNames.flatMap(([part, ...names]) => {
      const param = params.find(({ name }) => names.includes(name));
      const value = parts[part];
      return param === undefined || value === undefined ? [] : [[param.name, value]];
    }),
  );
}

function toFields(
  method: Pick<AuthMethod, 'params'>,
  param: Param,
  parts: ConnectionParts,
): Readonly<Record<string, string>> {
  const fielded = findText(method, param.name);
  return (fielded === undefined ? null : showParts(fielded, parts)) ?? {};
}
