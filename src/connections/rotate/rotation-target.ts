import type { Connection } from '../../flow-service/schemas/connection.ts';
import { isSecretParam } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { describeParam } from '../describe-param.ts';
import { leadsToSame } from '../find-same-target.ts';

/** Where the connections of a rotation lead, and with which user: everything but the secrets. */
export interface Target {
  readonly specId: string;
  /** null when the connection has no auth method. */
  readonly authSpecName: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

export function readTarget(source: Source, { auth, connectionSpec }: Connection): Target {
  const params = source.authMethod.params.flatMap((param): [string, unknown][] => {
    const value = auth?.params?.[param.name];
    return isSecretParam(param) || value === undefined ? [] : [[param.name, value]];
  });
  return {
    specId: connectionSpec.id,
    authSpecName: auth?.specName ?? null,
    params: Object.fromEntries(params),
  };
}

/** Whether a connection still leads to the target. */
export function leadsTo(source: Source, target: Target, connection: Connection): boolean {
  return leadsToSame(source, toConnection(target), connection);
}

function toConnection({ specId, authSpecName, params }: Target) {
  return {
    connectionSpec: { id: specId },
    ...(authSpecName !== null && { auth: { specName: authSpecName, params } }),
  };
}

/** The target in one line: `Host db.example, Port 443, Username admin`. */
export function describeTarget(source: Source, { params }: Target): string {
  return source.authMethod.params
    .filter(({ name }) => (params[name] ?? '') !== '')
    .map(({ name }) => describeParam(source, name, params[name]))
    .join(', ');
}
