import { useQuery } from '@tanstack/react-query';
import type { Access } from '../platform/access.tsx';
import { allConnectionsQuery, mostConnections } from '../platform/all-connections.ts';
import { Status } from '../ui/Status.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { ReadProblem } from './ReadProblem.tsx';
import type { SortOrder } from './list-search.ts';
import { searchConnections } from './search-connections.ts';

interface FoundConnectionsProps {
  readonly access: Access;
  readonly specId: string;
  readonly order: SortOrder;
  readonly text: string;
}

/** The connections that hold a text. Flow Service finds whole names only, so they are read and searched here. */
export function FoundConnections({ access, specId, order, text }: FoundConnectionsProps) {
  const { data: all, error, refetch } = useQuery(allConnectionsQuery(access, specId));
  const found = all && searchConnections(all, text, order.id);
  return (
    <>
      <ReadProblem error={error} onRetry={() => void refetch()} />
      <Status>{describe(all?.length, found?.length, error !== null)}</Status>
      {found !== undefined && found.length > 0 && <ConnectionList connections={found} />}
    </>
  );
}

function describe(all: number | undefined, found: number | undefined, hasFailed: boolean): string {
  if (all === undefined || found === undefined)
    return hasFailed ? '' : 'Asking Flow Service for all connections…';
  const searched =
    all === mostConnections ? `the newest ${all.toLocaleString('en-US')} connections` : `${all} connections`;
  return `${found === 0 ? 'None' : found} of ${searched} found.`;
}
