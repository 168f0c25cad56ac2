import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type AllConnections,
  isComplete,
  joinPages,
  readAllConnections,
} from '../../../api/all-connections.ts';
import { api } from '../../../api/api.ts';
import { connectionSpecsQuery, scope } from '../../../api/queries.ts';
import { toScope } from '../../../create/attempt.ts';
import type { Connection } from '../../../flow-service/schemas/connection.ts';
import type { Access } from '../../../session/access.tsx';
import { findSource } from '../../../sources/find-source.ts';
import type { Source } from '../../../sources/source.ts';
import { findExportSource } from '../../export/find-export-source.ts';
import type { Listed } from './candidate-words.ts';
import { type Candidates, findCandidates, isSameKind } from './find-candidates.ts';
import type { Version } from '../run/compare-versions.ts';
import { readOrNull, readVersions } from '../run/read-versions.ts';
import { rotations } from '../memory/rotations.ts';
import { isSameUser, readSignIn } from './sign-in.ts';

interface FoundCandidates {
  /** The versions of the connections of the sandbox, and of those in the rotation that includes the connection. */
  readonly versions: ReadonlyMap<string, Version>;
  readonly listed: Listed;
  readonly candidates: Candidates;
}

const none: readonly Connection[] = [];
const noVersions: ReadonlyMap<string, Version> = new Map();

/** The connections that can get the same new secret as a connection; null while its source is not known. */
export function useCandidates(
  access: Access,
  connection: Connection | undefined,
  source: Source | null,
): FoundCandidates | 'reading' | null {
  const specId = connection?.connectionSpec.id ?? '';
  const isKnown = connection !== undefined;
  const list = useQuery({ ...candidatesQuery(access, connection?.id ?? '', specId), enabled: isKnown });
  const all = list.data?.connections ?? none;
  const hasOthers = useMemo(() => hasOtherKinds(source, connection, all), [source, connection, all]);
  // Adobe's definitions say which values of other sources are secrets. They are large, and rarely needed here.
  const specs = useQuery({ ...connectionSpecsQuery(access), enabled: hasOthers });
  const isWaiting = !(list.data !== undefined || list.isError) || (hasOthers && specs.isPending);
  return useMemo(() => {
    if (isWaiting) return 'reading';
    if (connection === undefined || source === null) return null;
    return {
      versions: list.data?.versions ?? noVersions,
      listed: readListed(list.data),
      candidates: findCandidates(
        source,
        connection,
        withModel(all, connection),
        findExportSource(specs.data?.items ?? []),
      ),
    };
  }, [connection, source, isWaiting, all, list.data, specs.data]);
}

/**
 * The connections of the sandbox, and those of this spec, of which there may be older ones, with their versions. The list
 * is not shared with other pages, because a connection that another page adds to it would be selected without being seen.
 */
function candidatesQuery(access: Access, id: string, specId: string) {
  return queryOptions({
    queryKey: [...scope(access), 'rotated', id, specId],
    async queryFn({ signal }) {
      const known = rotations.read(toScope(access), id)?.connections ?? [];
      const list = await readSandbox(access, specId, signal).catch((error: unknown) => {
        if (known.length === 0) throw error;
        return readEach(access, known, signal);
      });
      // What cannot be read is compared when the rotation continues.
      const read = await readVersions(api(access), list, known, signal).catch(() => noVersions);
      const listed = list.connections.map((one) => [one.id, { etag: one.etag }] as const);
      return { ...list, versions: new Map([...listed, ...read]) };
    },
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

/** A rotation needs its connections also when the list cannot be read. */
async function readEach(
  access: Access,
  known: readonly { readonly id: string }[],
  signal: AbortSignal,
): Promise<AllConnections> {
  const connections: Connection[] = [];
  for (const { id } of known) {
    const connection = await readOrNull(api(access), id, signal).catch(() => null);
    if (connection !== null) connections.push(connection);
  }
  return { connections, unreadable: 0, hasMore: true };
}

async function readSandbox(access: Access, specId: string, signal: AbortSignal): Promise<AllConnections> {
  const all = await readAllConnections(access, null, signal);
  if (!all.hasMore) return all;
  const own = await readAllConnections(access, specId, signal);
  const end = { continuationToken: null, hasOddLink: false };
  return { ...joinPages([all, own].map((list) => ({ ...list, ...end }))), hasMore: true };
}

/** Whether a connection of another source or auth method has the same host and user. */
function hasOtherKinds(
  source: Source | null,
  model: Connection | undefined,
  connections: readonly Connection[],
): boolean {
  const signIn = source === null || model === undefined ? null : readSignIn(source, model);
  if (model === undefined || signIn === null) return false;
  return connections.some(
    (one) => !isSameKind(model, one) && isSameUser(signIn, readSignIn(findSource(one), one)),
  );
}

function readListed(list: AllConnections | undefined): Listed {
  if (list === undefined) return 'none';
  return isComplete(list) ? 'all' : 'some';
}

/** Adds the model, which may be missing because the list has only the newest connections. */
function withModel<Item extends { readonly id: string }>(items: readonly Item[], model: Item) {
  return [model, ...items.filter(({ id }) => id !== model.id)];
}
