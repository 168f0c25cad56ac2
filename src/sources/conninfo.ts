import { isPlaceholder } from '../text/placeholders.ts';
import type { ConnectionPart } from './connection-string.ts';
import { findDriver } from './jdbc-drivers.ts';
import type { JdbcText } from './jdbc-url.ts';

/** The names of PostgreSQL's client library that are parts. */
const partNames: ReadonlyMap<string, ConnectionPart> = new Map([
  ['host', 'server'],
  ['hostaddr', 'server'],
  ['port', 'port'],
  ['dbname', 'database'],
  ['user', 'user'],
  ['password', 'password'],
]);

/** `name = value`, where a value with blanks is in single quotes and a backslash escapes the next character. */
const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\[\s\S])*)'|((?!')(?:[^\s\\]|\\[\s\S])*))(?=\s|$)/y;

/** Names that only this form has, so that settings of another kind are not taken for it. */
const ownNames = /^(?:dbname|hostaddr|sslmode|connect_timeout|application_name|target_session_attrs)$/;

/** Reads `host=... dbname=... user=...`, the keyword form of PostgreSQL's client library; null for any other text. */
export function readConninfo(text: string): JdbcText | null {
  const driver = findDriver('postgresql://');
  const pairs = readPairs(text);
  if (driver === null || pairs === null || pairs.length < 2) return null;
  if (!pairs.some(({ name }) => ownNames.test(name)) || !pairs.some(({ name }) => partNames.has(name))) {
    return null;
  }
  const parts: Partial<Record<ConnectionPart, string>> = {};
  const placeholders: ConnectionPart[] = [];
  const names: string[] = [];
  for (const { name, value } of pairs) {
    const part = partNames.get(name);
    // The address in `hostaddr` only saves a look-up of the name in `host`.
    if (part === undefined || (name === 'hostaddr' && pairs.some((one) => one.name === 'host')))
      names.push(name);
    else if (isPlaceholder(value)) placeholders.push(part);
    else if (value !== '') parts[part] = value;
  }
  const { server = '', ...others } = parts;
  const problem = findProblem(server);
  return {
    slug: driver.slugOf(server),
    driver,
    parts: problem === null ? parts : others,
    others: new Map(),
    names,
    namesAfterPassword: [],
    placeholders,
    notes: [],
    problem,
  };
}

function findProblem(server: string): string | null {
  if (server.includes(','))
    return 'The text names several servers, but Adobe connects to one. Enter that server.';
  return server.startsWith('/') || server.startsWith('@')
    ? 'The text names a local socket, which Adobe cannot reach. Enter the server.'
    : null;
}

function readPairs(text: string) {
  const whole = text
    .trim()
    .replace(/^psql\s+(?=["'])/, '')
    .replace(/^"([^"]*)"$/, '$1');
  const pairs: { readonly name: string; readonly value: string }[] = [];
  pair.lastIndex = 0;
  while (pair.lastIndex < whole.length) {
    const match = pair.exec(whole);
    if (match === null) return null;
    const [, name = '', quoted, bare = ''] = match;
    pairs.push({ name, value: (quoted ?? bare).replaceAll(/\\([\s\S])/g, '$1') });
  }
  return pairs;
}
