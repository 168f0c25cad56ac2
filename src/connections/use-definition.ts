import { useQuery } from '@tanstack/react-query';
import { connectionSpecQuery } from '../api/queries.ts';
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

export function toDefinition(connection: Connection, spec: object | null): Definition | null {
  const builtIn = findSource(connection);
  const live = spec === null ? null : defineLive(builtIn, spec, connection.connectionSpec.id);
  return live ?? (builtIn === null ? null : defineDocumented(builtIn));
}

/** The source of a definition, with the auth method of a connection. */
export function sourceOf(definition: Definition | null, { auth }: Connection): Source | null {
  return definition === null ? null : chooseAuthMethod(definition.source, auth?.specName);
}
