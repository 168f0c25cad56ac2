import { useQuery, useQueryClient } from '@tanstack/react-query';
import { connectionSpecQuery } from '../api/queries.ts';
import { specInTimeQuery } from '../api/spec-in-time.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import { findSource } from '../sources/find-source.ts';
import { defineLive } from '../sources/live/define-live.ts';
import { type Definition, defineDocumented } from '../sources/live/definition.ts';
import { type Source, chooseAuthMethod } from '../sources/source.ts';

/** The definition of a connection's source: Adobe's when it is known, otherwise the documented one, otherwise null. */
export function useDefinition(access: Access, connection: Connection): Definition | null {
  const { data: spec } = useQuery(connectionSpecQuery(access, connection.connectionSpec.id));
  return toDefinition(connection, spec ?? null);
}

/**
 * The same for a form, which does not change once it is shown: Adobe's definition is used if it comes in time. It is
 * undefined while the page waits for it, or for the connection.
 */
export function useDefinitionInTime(
  access: Access,
  connection: Connection | undefined,
): Definition | null | undefined {
  const queryClient = useQueryClient();
  const { data: spec } = useQuery({
    ...specInTimeQuery(queryClient, access, connection?.connectionSpec.id ?? ''),
    enabled: connection !== undefined,
  });
  return connection === undefined || spec === undefined ? undefined : toDefinition(connection, spec);
}

export function toDefinition(connection: Connection, spec: object | null): Definition | null {
  const builtIn = findSource(connection);
  const live = spec === null ? null : defineLive(builtIn, spec, connection.connectionSpec.id);
  return live ?? (builtIn === null ? null : defineDocumented(builtIn));
}

/**
 * The source of a definition, with the auth method of a connection. null when the definition does not have this method,
 * because another one has other params and secrets.
 */
export function sourceOf(definition: Definition | null, { auth }: Connection): Source | null {
  if (definition === null) return null;
  const source = chooseAuthMethod(definition.source, auth?.specName);
  const isCertain =
    auth?.specName === undefined
      ? source.authMethods.length === 1
      : source.authMethod.specName === auth.specName;
  return isCertain ? source : null;
}
