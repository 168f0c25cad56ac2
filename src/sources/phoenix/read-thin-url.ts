import { containsSetting } from '../../text/split-settings.ts';
import { type Address, type ParamFinding, type Refusal, refuse } from '../overlay.ts';
import { authenticationNotes, readServerUrl } from './read-server-url.ts';
import { type Property, splitConnectString } from './split-connect-string.ts';

/**
 * The connection properties of Avatica's client: BuiltInConnectionProperty of apache/calcite-avatica.
 */
const propertyNames = new Set(
  'url serialization authentication avatica_user avatica_password user password schema principal keytab truststore truststore_password keystore keystore_password key_password keystore_type hostname_verification httpclient_factory httpclient_impl factory fetch_size time_zone transparent_reconnection_enabled use_client_side_lb lb_urls lb_strategy lb_connection_failover_retries lb_connection_failover_sleep_time http_connection_timeout http_response_timeout'.split(
    ' ',
  ),
);

export function isConnectProperty(name: string): boolean {
  // Phoenix forwards its properties and those of HBase.
  return propertyNames.has(name.toLowerCase()) || /^(?:phoenix|hbase)(?:\.[a-z]\w*)+$/i.test(name);
}

const usedNames = new Set(['url', 'avatica_user', 'avatica_password', 'user', 'password']);

/**
 * For Avatica only a ; separates properties, but an author who writes another separator may intend one, whatever name
 * follows.
 */
function goesOn({ value, isQuoted }: Property): boolean {
  return !isQuoted && containsSetting(value);
}

/**
 * Reads the properties of a thin-client URL, `url=https://host:port/path;avatica_user=...;avatica_password=...`: the
 * text after `jdbc:phoenix:thin:`, on one line.
 */
export function readThinUrl(text: string): Address | Refusal {
  const all = splitConnectString(text);
  const passwordAt = all.findIndex(({ name }) => /^(?:avatica_)?password$/.test(name));
  // An unquoted ; in the password begins another property, so an unknown property may be part of the password.
  const names = all.map(({ name }) => name);
  const isCut =
    passwordAt >= 0 &&
    all.some(
      ({ name }, index) => index > passwordAt && (!isConnectProperty(name) || names.indexOf(name) < index),
    );
  const trusted = isCut ? all.slice(0, passwordAt + 1) : all;
  const find = (...wanted: string[]): Property | undefined =>
    wanted.flatMap((name) => trusted.filter((property) => property.name === name))[0];

  const url = find('url');
  if (url === undefined || !/^\s*https?:\/\//i.test(url.value)) {
    return refuse(
      'Thin-client JDBC URL',
      'This URL does not contain the query server’s address. Paste a URL that starts with jdbc:phoenix:thin:url=https:// or http://.',
    );
  }
  const server = readServerUrl(url.value.trimStart());
  if (server.kind === 'refused') return server;
  // `user` and `password` are for the database behind the query server, but people often use them for the server too.
  const username = find('avatica_user', 'user');
  const password = find('avatica_password', 'password');
  const credentials: ParamFinding[] = [];
  if (username !== undefined) {
    const { name: key, value, isQuoted } = username;
    credentials.push({ param: 'username', key, value, isQuoted });
  }
  if (password !== undefined) {
    const uncertain = password.uncertain || isCut || goesOn(password);
    credentials.push({ param: 'password', key: password.name, value: password.value, uncertain });
  }
  const replaced = new Set(credentials.map(({ param }) => param));
  return {
    kind: 'address',
    label: 'Thin-client JDBC URL',
    isSure: true,
    findings: [...server.findings.filter(({ param }) => !replaced.has(param)), ...credentials],
    unknownKeys: [
      ...server.unknownKeys,
      ...trusted.map(({ name }) => name).filter((name) => !usedNames.has(name)),
    ],
    notes: [...server.notes, ...authenticationNotes(find('authentication')?.value)],
  };
}
