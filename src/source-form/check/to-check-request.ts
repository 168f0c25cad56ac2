import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import type { Source } from '../../sources/source.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The request of a connection check, from the params of a form or of a stored connection. null when the source has no
 * host and port, or when the values are not usable. A password that is empty or unknown leaves out the credentials.
 */
export function toCheckRequest({ endpoint }: Pick<Source, 'endpoint'>, params: Values): CheckRequest | null {
  if (endpoint === null) return null;
  const read = (role: string | null) => (role === null ? undefined : params[role]);
  const host = toText(read(endpoint.host)).trim();
  const port = toText(read(endpoint.port)).trim();
  const path = toText(read(endpoint.path)).trim();
  const username = toText(read(endpoint.username)).trim();
  // A secret is never altered.
  const password = toText(read(endpoint.password));
  if (host === '' || !/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) return null;
  return {
    protocol: endpoint.protocol,
    host,
    port: Number(port),
    path: path.startsWith('/') ? path : `/${path}`,
    isEncrypted: toSwitch(read(endpoint.encryption)),
    credentials: password === '' ? null : { username, password },
  };
}

/** The form fields that a connection check uses, in the order of the form. */
export function checkedFields({ endpoint, authMethod }: Pick<Source, 'endpoint' | 'authMethod'>) {
  const used = endpoint === null ? [] : Object.values(endpoint);
  return authMethod.params
    .filter(({ name }) => used.includes(name))
    .map(({ name: param }) => ({ param, field: `params.${param}` as const }));
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function toSwitch(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  // A service may convert a switch to text.
  return typeof value === 'string' && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : null;
}
