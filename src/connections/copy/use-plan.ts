import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { readableConnectionsQuery } from '../../api/readable-connections.ts';
import type { Access } from '../../session/access.tsx';
import type { Original } from './originals.ts';
import { type PlannedCopy, createPlanner } from './planner.ts';

/** How many sandboxes are read at the same time. */
const mostAtOnce = 4;

const notRead = { data: undefined, error: null };

/** Which connections are copied into which sandboxes, and what is there already. */
export function usePlan(access: Access, originals: readonly Original[], chosenId: string | null) {
  // The address may name a connection of another sandbox.
  const first = originals.flatMap(({ connection: { id } }) => (id === chosenId ? [id] : []));
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(first));
  const [sandboxes, setSandboxes] = useState<readonly string[]>([]);
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [planIn] = useState(() => createPlanner(originals));
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
  const rows = sandboxes.flatMap((sandbox, place) => planIn(sandbox, lists[place] ?? notRead, ids));
  const decide = useCallback(
    (key: string, isChosen: boolean) => setDecided((before) => new Map([...before, [key, isChosen]])),
    [],
  );
  return {
    ids,
    setIds,
    sandboxes,
    setSandboxes,
    rows,
    decide,
    /** Whether a copy will be created. One that exists already is created only when the user chooses it. */
    isChosen: useMemo(
      () =>
        ({ key, existing }: PlannedCopy) =>
          decided.get(key) ?? existing.kind === 'none',
      [decided],
    ),
  };
}
