import { showParts } from './connection-fields.ts';
import { type ConnectionPart, type ConnectionParts, partsOf } from './connection-string.ts';
import { findText } from './fielded-text.ts';
import type { JdbcUrl } from './jdbc-url.ts';
import type { AuthMethod, Param } from './source.ts';

/** The params of each part, in the spellings of Adobe's specs. */
const paramNames: readonly (readonly [part: ConnectionPart, ...names: string[]])[] = [
  ['server', 'server', 'host', 'account', 'domain'],
  ['port', 'port'],
  ['database', 'database'],
  ['user', 'username'],
  ['password', 'password', 'accessToken'],
];

/** What a URL fills, and the parts that have no field. */
export interface FilledParams {
  readonly params: Readonly<Record<string, string>>;
  readonly unused: readonly ConnectionPart[];
}

/** What a URL fills in an auth method; nothing when the text of the method must be written in another way. */
export function fillFromUrl(
  { params }: Pick<AuthMethod, 'params'>,
  url: string,
  { slug, parts }: JdbcUrl,
): FilledParams {
  const text = params.find(({ name }) => name === 'connectionString');
  if (text !== undefined) {
    // Snowflake takes the JDBC URL itself.
    return slug === 'snowflake' && /^jdbc:/i.test(url.trim())
      ? { params: { [text.name]: url.trim() }, unused: [] }
      : fillFields({ params }, text, slug === 'sql-server' ? joinPort(parts, ',') : parts);
  }
  const given = slug === 'ibm-db2' ? joinPort(parts, ':') : parts;
  const filled: Record<string, string> = {};
  const unused: ConnectionPart[] = [];
  for (const [part, ...names] of paramNames) {
    const param = params.find(({ name }) => names.includes(name));
    const value = param === undefined ? undefined : toValue(param, given);
    if (given[part] === undefined) continue;
    if (param === undefined || value === undefined) unused.push(part);
    else filled[param.name] = value;
  }
  // The user of a token only says that the password is one.
  const isSaid = (part: ConnectionPart) => part === 'user' && filled['accessToken'] !== undefined;
  return { params: filled, unused: unused.filter((part) => !isSaid(part)) };
}

/** The value of a param, which some products write in another way than their URLs. */
function toValue({ name }: Param, { server, user, ...parts }: ConnectionParts): string | undefined {
  switch (name) {
    case 'account':
      return server?.replace(/\.snowflakecomputing\.com$/i, '');
    case 'domain':
      return server === undefined ? undefined : `https://${server}`;
    // Databricks takes its token as the password of this user.
    case 'accessToken':
      return user === 'token' ? parts.password : undefined;
    default: {
      const part = paramNames.find(([, ...names]) => names.includes(name))?.[0];
      return part === undefined ? undefined : { server, user, ...parts }[part];
    }
  }
}

/** A server with its port, for a product that asks for both in one value. */
function joinPort(all: ConnectionParts, sign: string): ConnectionParts {
  const { port, ...parts } = all;
  const { server } = parts;
  return port === undefined || server === undefined ? all : { ...parts, server: `${server}${sign}${port}` };
}

function fillFields(method: Pick<AuthMethod, 'params'>, param: Param, parts: ConnectionParts): FilledParams {
  const fielded = findText(method, param.name);
  if (fielded === undefined) return { params: {}, unused: [] };
  const own = partsOf(fielded.fields.format);
  const unused = paramNames.flatMap(([part]) =>
    parts[part] === undefined || own.includes(part) ? [] : [part],
  );
  return { params: showParts(fielded, parts) ?? {}, unused };
}
