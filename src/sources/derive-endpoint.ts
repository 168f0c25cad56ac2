import type { Endpoint, Reach } from './endpoint.ts';
import { findText } from './fielded-text.ts';
import { ownName, paramNames } from './param-names.ts';
import { type AuthMethod, type Param, formParams } from './source.ts';

const hostNames = [paramNames.host, /^(?:endpoint|domain)$/i];

/**
 * How the databases of a method are reached, by the names of its params; null when none of them has a host. `reach` is
 * null for a source that nothing is known about.
 */
export function deriveEndpoint(method: Pick<AuthMethod, 'params'>, reach: Reach | null): Endpoint | null {
  const fields = formParams(method);
  const find = (pattern: RegExp, controls: readonly Param['control'][]) =>
    fields.find(({ name, control }) => pattern.test(ownName(name)) && controls.includes(control))?.name;
  const names = reach?.domain === undefined ? hostNames : [...hostNames, /^account$/i];
  const host = names.map((pattern) => find(pattern, ['text'])).find((name) => name !== undefined);
  const whole = find(paramNames.connectionString, ['secret', 'text']);
  const address = host ?? whole;
  if (address === undefined) return null;
  return {
    protocol: 'none',
    host: address,
    port: find(paramNames.port, ['integer', 'text']) ?? null,
    path: null,
    encryption: find(paramNames.encryption, ['switch', 'choice', 'text']) ?? null,
    username: find(paramNames.username, ['text']) ?? whole ?? null,
    password: find(/^password$/i, ['secret']) ?? whole ?? null,
    ...(reach !== null && { reach }),
  };
}

/** The param of a connection string that has the host in it; null when the host has its own param. */
export function findHostText(method: Pick<AuthMethod, 'params'>, { host }: Endpoint): Param | null {
  const fielded = findText(method, host);
  if (fielded !== undefined) return fielded.param;
  return method.params.find(({ name }) => name === host && paramNames.connectionString.test(name)) ?? null;
}
