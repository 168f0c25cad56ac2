import type { Connection } from '../../../flow-service/schemas/connection.ts';
import { deriveEndpoint } from '../../../sources/derive-endpoint.ts';
import { paramNames } from '../../../sources/param-names.ts';
import { readServer } from '../../../sources/read-server.ts';
import { isSecret } from '../../../sources/secrets.ts';
import type { Source } from '../../../sources/source.ts';

type SignedIn = Pick<Connection, 'auth'>;

/** Where a connection signs in, and as whom, as far as Adobe returns it. */
export interface SignIn {
  /** In lower case and without a port. */
  readonly host: string;
  /** null when neither the connection nor its source specifies one. */
  readonly port: string | null;
  readonly username: string;
}

/** The names of the params that say where connections of a source sign in; null for a source without a host. */
export function findEndpoint(source: Source) {
  return source.endpoint ?? deriveEndpoint(source.authMethod, null);
}

/** null when the host or the user is not readable, such as in a connection string. */
export function readSignIn(source: Source | null, { auth }: SignedIn): SignIn | null {
  const params = auth?.params ?? {};
  const roles = source === null ? findRoles(params) : findEndpoint(source);
  if (roles === null) return null;
  const read = (name: string | null) => {
    const value = name === null || (source !== null && isSecret(source, name)) ? undefined : params[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const address = read(roles.host);
  const username = read(roles.username);
  if (address === '' || username === '') return null;
  const server = readServer(address);
  const usual = 'reach' in roles ? roles.reach?.usualPort : undefined;
  const port = server?.port ?? (read(roles.port) === '' ? usual : read(roles.port));
  return {
    // Host names are not case-sensitive (RFC 4343), and may end with a dot (RFC 1034, section 3.1).
    host: (server?.host ?? address).toLowerCase().replace(/\.$/, ''),
    port: port === undefined ? null : String(port),
    username,
  };
}

/** The params of a source that is not known, found by their usual names. */
function findRoles(params: Readonly<Record<string, unknown>>) {
  const find = (pattern: RegExp) => Object.keys(params).find((name) => pattern.test(name)) ?? null;
  const host = find(paramNames.host);
  return host === null ? null : { host, port: find(paramNames.port), username: find(paramNames.username) };
}

/** User names that differ only in case may belong to different users. */
export function isSameUser(one: SignIn | null, other: SignIn | null): boolean {
  return one !== null && other !== null && one.host === other.host && one.username === other.username;
}
