import type { Connection } from '../flow-service/connection.ts';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { isSecret } from '../sources/is-secret.ts';
import type { Source } from '../sources/source.ts';

export interface Twin {
  readonly connection: Connection;
  /** What it shares with the connection about to be made. */
  readonly shares: 'name' | 'target' | 'name and target';
}

/** The connections that have the name of a new one, or lead to the same place as the same user. */
export function findTwins(
  source: Source,
  request: ConnectionRequest,
  connections: readonly Connection[],
): readonly Twin[] {
  return connections.flatMap((connection) => {
    const hasName = connection.name === request.name;
    const hasTarget = hasSameTarget(source, request, connection);
    if (!hasName && !hasTarget) return [];
    return [{ connection, shares: hasName ? (hasTarget ? 'name and target' : 'name') : 'target' }];
  });
}

/** Whether a connection leads to the same place as the same user. */
export function hasSameTarget(source: Source, { auth }: ConnectionRequest, connection: Connection): boolean {
  return (
    Object.entries(source.presentation)
      // How a secret looks in an answer is undocumented, and encryption does not make it another place.
      .filter(([name, { control }]) => !isSecret(source, name) && control !== 'switch')
      .every(([name]) => connection.auth?.params?.[name] === auth.params[name])
  );
}
