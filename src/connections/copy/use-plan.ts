import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isComplete } from '../../api/all-connections.ts';
import { type ReadableConnections, readableConnectionsQuery } from '../../api/readable-connections.ts';
import type { Access } from '../../session/access.tsx';
import { type CopyPlan, copyKey } from './copies.ts';
import { findExisting } from './find-existing.ts';
import type { Original } from './originals.ts';

/** How many sandboxes are read at the same time. */
const mostAtOnce = 4;

/** What is known about the sandbox of a planned copy. */
export type Existing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable'; readonly error: Error }
  /** `isWhole`: all connections of the sandbox were read. */
  | { readonly kind: 'none'; readonly isWhole: boolean }
  | ({ readonly kind: 'found' } & NonNullable<ReturnType<typeof findExisting>>);

export interface PlannedCopy extends Omit<CopyPlan, 'isOnly'> {
  readonly key: string;
  readonly existing: Existing;
  /** Whether it will be created. One that exists already is created only when the user chooses it. */
  readonly isChosen: boolean;
}

/** Which connections are copied into which sandboxes, and what is there already. */
export function usePlan(access: Access, originals: readonly Original[], chosenId: string | null) {
  // The address may name a connection of another sandbox.
  const first = originals.flatMap(({ connection: { id } }) => (id === chosenId ? [id] : []));
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(first));
  const [sandboxes, setSandboxes] = useState<readonly string[]>([]);
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const queryClient = useQueryClient();
  const queryIn = (sandbox: string) => readableConnectionsQuery({ ...access, sandbox });
  const unread = sandboxes.filter(
    (sandbox) => (queryClient.getQueryState(queryIn(sandbox).queryKey)?.status ?? 'pending') === 'pending',
  );
  // Each response renders the page again, which starts the next read.
  const waiting = new Set(unread.slice(mostAtOnce));
  const lists = useQueries({
    queries: sandboxes.map((sandbox) => ({ ...queryIn(sandbox), enabled: !waiting.has(sandbox) })),
  });
  const rows = sandboxes.flatMap((sandbox, place): readonly PlannedCopy[] => {
    const { data, error } = lists[place] ?? { data: undefined, error: null };
    return originals.flatMap((original) => {
      const { id, name } = original.connection;
      if (!ids.has(id)) return [];
      const copy = { originalId: id, name, sandbox };
      const key = copyKey(copy);
      const existing = readExisting(original, data, error);
      return [{ ...copy, key, existing, isChosen: decided.get(key) ?? existing.kind === 'none' }];
    });
  });
  return {
    ids,
    setIds,
    sandboxes,
    setSandboxes,
    rows,
    decide: (key: string, isChosen: boolean) => setDecided(new Map([...decided, [key, isChosen]])),
  };
}

/** @param list The connections of the sandbox; undefined while they are not known. */
function readExisting(
  { source, connection }: Original,
  list: ReadableConnections | undefined,
  error: Error | null,
): Existing {
  if (list === undefined) return error === null ? { kind: 'loading' } : { kind: 'unreadable', error };
  const found = findExisting(source, connection, list.connections);
  return found === null ? { kind: 'none', isWhole: isComplete(list) } : { kind: 'found', ...found };
}
