import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { readableConnectionsQuery } from '../../api/readable-connections.ts';
import { type ConnectionScope, toScope } from '../../create/attempt.ts';
import type { Access } from '../../session/access.tsx';
import { copyPlans } from './copy-runs.ts';
import type { Original } from './originals.ts';
import type { CopyChoice } from './plan-memory.ts';
import { type PlannedCopy, createPlanner } from './planner.ts';

/** How many sandboxes are read at the same time. */
const mostAtOnce = 4;

const notRead = { data: undefined, error: null };

/**
 * Which connections are copied into which sandboxes, and what those contain already. The choice is kept when the user leaves the
 * page.
 */
export function usePlan(access: Access, originals: readonly Original[], chosenId: string | null) {
  const scope = useMemo(() => toScope(access), [access]);
  const [choice, setChoice] = useState(() => readChoice(scope, chosenId));
  const change = useCallback(
    (update: (before: CopyChoice) => Partial<CopyChoice>) =>
      setChoice((before) => {
        const next = { ...before, ...update(before) };
        // React may call this twice, which stores the same choice again.
        copyPlans.write(scope, next);
        return next;
      }),
    [scope],
  );
  const { sandboxes } = choice;
  const decided = useMemo(() => new Map(choice.decided), [choice.decided]);
  const ids = useMemo(() => {
    const chosen = new Set(choice.ids);
    // The address may name a connection of another sandbox, and one that was chosen may have been deleted.
    return new Set(originals.flatMap(({ connection: { id } }) => (chosen.has(id) ? [id] : [])));
  }, [choice.ids, originals]);
  const planIn = useMemo(() => createPlanner(originals), [originals]);
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
    (key: string, isChosen: boolean) =>
      change((before) => ({ decided: [...new Map([...before.decided, [key, isChosen]])] })),
    [change],
  );
  return {
    ids,
    // These callbacks do not change, so that the choices are not drawn again with each response.
    setIds: useCallback((next: ReadonlySet<string>) => change(() => ({ ids: [...next] })), [change]),
    sandboxes,
    setSandboxes: useCallback(
      (next: readonly string[]) => change(() => ({ sandboxes: [...next] })),
      [change],
    ),
    rows,
    decide,
    /** Whether a copy will be created. One that exists already is created only when the user chooses it. */
    isChosen: useMemo(
      () =>
        ({ key, existing }: PlannedCopy) =>
          decided.get(key) ?? existing.kind === 'none',
      [decided],
    ),
    /** Clears the choice once its copies are started, so that the next visit starts a new one. */
    clear: () => copyPlans.write(scope, null),
  };
}

/** What was chosen before on a page that was opened for the same connection, or else that connection alone. */
function readChoice(scope: ConnectionScope, chosenId: string | null): CopyChoice {
  const kept = copyPlans.read(scope);
  if (kept !== null && kept.openedFor === chosenId) return kept;
  return { openedFor: chosenId, ids: chosenId === null ? [] : [chosenId], sandboxes: [], decided: [] };
}
