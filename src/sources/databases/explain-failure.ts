import type { Check, ProviderExplanation } from '../overlay.ts';
import { findText } from '../fielded-text.ts';
import { ownName, paramNames } from '../param-names.ts';
import { isSecretParam } from '../secrets.ts';
import { type Param, type Source, formParams } from '../source.ts';
import { type FailureRole, databaseFailures } from './failures.ts';

/** The meaning of a message of a database that has no overlay; null when its words are not known. */
export function explainDatabase(source: Source, detail: string): ProviderExplanation | null {
  const failure = databaseFailures.find(({ words }) => words.test(detail));
  if (failure === undefined) return null;
  const { role, words: _words, ...cause } = failure;
  return { param: role === null ? null : findRole(source, role), ...cause };
}

/** What to check when a connection of a source without an overlay fails, the most likely cause first. */
export function listChecks(source: Source): readonly Check[] {
  const { shortName, endpoint, hint = usualHint } = source;
  const usualPort = endpoint?.reach?.usualPort;
  const port = usualPort === undefined ? '' : ` The usual port of ${shortName} is ${usualPort}.`;
  const all = [
    [['host', 'port'], `The server must be reachable from the internet, under this name or address.${port}`],
    [['username', 'password'], hint],
    [['database'], 'The name must be spelled as the database spells it, including capital letters.'],
    [
      ['encryption'],
      'The server must accept this setting. Self-signed certificates are not supported by Adobe.',
    ],
  ] as const;
  const used = new Set<string>();
  return all.flatMap(([roles, advice]) => {
    const found = roles.flatMap((role) => toWireParam(source, findRole(source, role)));
    const [first, ...others] = found.filter((name, index) => found.indexOf(name) === index);
    // What is one line for each value would be several lines about the same connection string.
    if (first === undefined || (used.has(first) && advice !== hint)) return [];
    used.add(first);
    return [{ params: [first, ...others] as const, advice }];
  });
}

const usualHint = 'Check that another program can sign in with these credentials.';

/** The param with a role, or the connection string that has the value in it; null when the source has none. */
function findRole(source: Source, role: FailureRole): string | null {
  const { authMethod, endpoint } = source;
  const fields = formParams(authMethod);
  const named = fields.find((field) => names[role].test(ownName(field.name)));
  const whole = fields.find(({ name }) => paramNames.connectionString.test(name));
  const secret = role === 'password' || role === 'token' ? authMethod.params.find(isSecretParam) : undefined;
  const reached = role === 'host' || role === 'port' ? endpoint?.host : undefined;
  return named?.name ?? reached ?? whole?.name ?? secret?.name ?? null;
}

const names: Readonly<Record<FailureRole, RegExp>> = {
  ...paramNames,
  password: /^(?:password|servicePrincipalKey)$/i,
  token: /token$/i,
  database: /^(?:database|project)$/i,
  tenant: /^tenant/i,
  principal: /^(?:servicePrincipalId|client_?id)$/i,
  warehouse: /^warehouse$/i,
  cluster: /^cluster_?id$/i,
};

/** The fields of a connection string are not values of a stored connection, but the string is. */
function toWireParam({ authMethod }: Source, name: string | null): readonly Param['name'][] {
  if (name === null) return [];
  return [findText(authMethod, name)?.param.name ?? name];
}
