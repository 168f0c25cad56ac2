import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { findHostText } from '../../sources/derive-endpoint.ts';
import type { Endpoint } from '../../sources/endpoint.ts';
import { findText, isEnteredAsText } from '../../sources/fielded-text.ts';
import { readServer } from '../../sources/read-server.ts';
import { type AuthMethod, type ParamAnswer, type Source, formParams } from '../../sources/source.ts';

type Values = Readonly<Record<string, unknown>>;
type Checked = Pick<Source, 'endpoint'> & Partial<Pick<Source, 'authMethod'>>;

/**
 * The request of a connection check, from the params of a form or of a stored connection. null when the source has no
 * host and port, or when the values are not usable. A password that is empty or unknown leaves out the credentials.
 */
export function toCheckRequest({ endpoint, authMethod }: Checked, params: Values): CheckRequest | null {
  if (endpoint === null) return null;
  if (endpoint.protocol === 'none') return toServerRequest(endpoint, authMethod, params);
  const read = (role: string | null) => (role === null ? undefined : params[role]);
  const host = toText(read(endpoint.host)).trim();
  const port = toPort(toText(read(endpoint.port)));
  const path = toText(read(endpoint.path)).trim();
  const username = toText(read(endpoint.username)).trim();
  // A secret is never altered.
  const password = toText(read(endpoint.password));
  if (host === '' || port === null) return null;
  return {
    protocol: endpoint.protocol,
    host,
    port,
    path: path.startsWith('/') ? path : `/${path}`,
    isEncrypted: toSwitch(read(endpoint.encryption)),
    credentials: password === '' ? null : { username, password },
  };
}

/** Without a protocol the check sends nothing to the database, so it needs only the way to the server. */
function toServerRequest(
  endpoint: Endpoint,
  method: AuthMethod | undefined,
  params: Values,
): CheckRequest | null {
  const { startsEncrypted, usualPort, domain = '' } = endpoint.reach ?? {};
  const written =
    method === undefined ? toText(params[endpoint.host]) : readLocation(endpoint, method, params);
  const server = readServer(written);
  if (server === null) return null;
  const typed =
    endpoint.port === null || isWhole(endpoint, method, params) ? '' : toText(params[endpoint.port]);
  const port = typed.trim() === '' ? (server.port ?? usualPort ?? null) : toPort(typed);
  if (port === null) return null;
  return {
    protocol: 'none',
    host: server.host.endsWith(domain) ? server.host : server.host + domain,
    port,
    path: '/',
    // Other databases agree on encryption inside their own protocol.
    isEncrypted: startsEncrypted === true || /^\s*https:/i.test(written) ? true : null,
    credentials: null,
  };
}

/** The text that has the host in it. */
function readLocation(endpoint: Endpoint, method: AuthMethod, params: Values): string {
  const whole = isWhole(endpoint, method, params) ? findHostText(method, endpoint) : null;
  return toText(params[whole?.name ?? endpoint.host]);
}

/** Whether the host is in a connection string that was entered as a text. */
function isWhole(endpoint: Endpoint, method: AuthMethod | undefined, params: Values): boolean {
  if (method === undefined || findHostText(method, endpoint) === null) return false;
  const { fields } = findText(method, endpoint.host) ?? {};
  if (fields === undefined) return true;
  const entry = { [fields.entry.name]: toAnswer(params[fields.entry.name]) };
  return isEnteredAsText(fields, entry) || toText(params[endpoint.host]) === '';
}

/** The form fields that a connection check uses, in the order of the form. */
export function checkedFields({ endpoint, authMethod }: Pick<Source, 'endpoint' | 'authMethod'>) {
  if (endpoint === null) return [];
  const { host, port } = endpoint;
  const text = findText(authMethod, host);
  const ofServer = [host, port, text?.param.name, text?.fields.entry.name];
  const { reach: _, ...roles } = endpoint;
  const used: readonly unknown[] = endpoint.protocol === 'none' ? ofServer : Object.values(roles);
  return formParams(authMethod)
    .filter(({ name }) => used.includes(name))
    .map(({ name: param }) => ({ param, field: `params.${param}` as const }));
}

function toPort(text: string): number | null {
  const port = text.trim();
  return /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535 ? Number(port) : null;
}

function toAnswer(value: unknown): ParamAnswer {
  return typeof value === 'boolean' ? value : toText(value);
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function toSwitch(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  // A service may convert a switch to text.
  return typeof value === 'string' && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : null;
}
