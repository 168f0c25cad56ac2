import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { connectionSpecsQuery } from '../api/queries.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import type { Access } from '../session/access.tsx';
import { listOtherSources } from '../sources/other-sources.ts';
import { nameSource } from './name-source.ts';

export type NameSource = (connection: Connection) => string;

/** Names the source of a connection. Sources that are not built in have names once Adobe's list of specs is loaded. */
export function useSourceNames(access: Access): NameSource {
  const { data } = useQuery(connectionSpecsQuery(access));
  return useMemo(() => {
    const others = new Map(listOtherSources(data?.items ?? []).map(({ name, spec }) => [spec.id, name]));
    return (connection) => others.get(connection.connectionSpec.id) ?? nameSource(connection);
  }, [data]);
}
