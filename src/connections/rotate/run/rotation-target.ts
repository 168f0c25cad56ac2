import type { Connection } from '../../../flow-service/schemas/connection.ts';
import { isSecretParam } from '../../../sources/secrets.ts';
import type { Source } from '../../../sources/source.ts';
import { describeParam } from '../../describe-param.ts';
import { findSource } from '../../../sources/find-source.ts';
import { leadsToSame } from '../../find-same-target.ts';
import { isSameKind } from '../candidates/find-candidates.ts';
import { isSameUser, readSignIn } from '../candidates/sign-in.ts';

/** Where the connection leads on whose page a rotation started, and with which user: everything but the secrets. */
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

/**
 * Whether a rotation can be continued on the page of a connection: its temporary connection is a copy of this one.
 * `otherKind`: it has other params. `moved`: it leads to another host, or has another user.
 */
export function compareTarget(
  source: Source,
  target: Target,
  connection: Connection,
): 'same' | 'otherKind' | 'moved' {
  const started = toConnection(target);
  if (leadsTo(source, target, connection)) return 'same';
  const isKindSame = isSameKind(started, connection);
  const startedSource = isKindSame ? source : findSource(started);
  if (!isSameUser(readSignIn(startedSource, started), readSignIn(source, connection))) return 'moved';
  return isKindSame ? 'same' : 'otherKind';
}

function toConnection({ specId, authSpecName, params }: Target) {
  return {
    connectionSpec: { id: specId },
    auth: { ...(authSpecName !== null && { specName: authSpecName }), params },
  };
}

/** The target in one line: `Host db.example, Port 443, Username admin`. */
export function describeTarget(source: Source, { params }: Target): string {
  return source.authMethod.params
    .filter(({ name }) => (params[name] ?? '') !== '')
    .map(({ name }) => describeParam(source, name, params[name]))
    .join(', ');
}
