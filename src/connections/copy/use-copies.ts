import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { credentialsKey } from '../../api/credentials-key.ts';
import { toScope } from '../../create/attempt.ts';
import { useCreateStates } from '../../create/create-context.tsx';
import { unfinishedOf } from '../../create/create-state.ts';
import { stateIn } from '../../create/create-states.ts';
import type { Access } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { useSecretsCleared } from '../../session/secret-store.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { useStore } from '../../ui/form/store.ts';
import { warnBeforeUnload } from '../../ui/warn-before-unload.ts';
import { clearLists } from '../clear-lists.ts';
import {
  type Copies,
  type Copy,
  type CopyPlan,
  type StopReason,
  copyKey,
  isFinished,
  startCopies,
} from './copies.ts';
import { copyRuns } from './copy-runs.ts';
import { createCopySteps } from './copy-steps.ts';
import type { Original } from './originals.ts';
import { type CopySteps, runCopies, searchForCopy } from './run-copies.ts';

/**
 * The copies of connections from this sandbox. Leaving the page or clearing the secrets stops the run after the current
 * request.
 * @param isForOne Whether the page was opened to copy one connection.
 * @param readSecrets Reads the secrets of a connection from the form when a request is sent.
 */
export function useCopies(
  access: Access,
  originals: readonly Original[],
  isForOne: boolean,
  readSecrets: (id: string) => SourceAnswers['params'],
) {
  const queryClient = useQueryClient();
  const { credentials: serverCredentials } = useEnvironment();
  const states = useCreateStates();
  const scope = toScope(access);
  useStore(copyRuns.all);
  const stored = copyRuns.read(scope);
  // A page that was opened to copy one connection starts a new copy, unless earlier copies are unfinished.
  const [ignored] = useState(isForOne && stored !== null && isFinished(stored) ? stored : null);
  const copies = stored === ignored ? null : stored;
  const running = useRef<RunningWork | null>(null);
  const [stop] = useState(() => (reason: StopReason) => running.current?.stop(reason));
  useEffect(() => () => stop('left'), [stop]);
  const [stopWithoutSecrets] = useState(() => () => stop('cleared'));
  useSecretsCleared(stopWithoutSecrets);

  const run = (start: Copies, chosen: readonly Copy[]): Promise<Copies> =>
    work(start, chosen, (steps, signal, set) =>
      runCopies(start, new Set(chosen.map(copyKey)), steps, signal, set),
    );
  const work = async (
    start: Copies,
    chosen: readonly Copy[],
    send: (steps: CopySteps, signal: AbortSignal, set: (next: Copies) => void) => Promise<void>,
  ): Promise<Copies> => {
    // A run that was started before the user left the page may still wait for a response.
    const current = copyRuns.read(scope);
    if (current?.phase === 'running') return current;
    const controller = new AbortController();
    let reason: StopReason | null = null;
    let last = start;
    const set = (next: Copies) => {
      last = { ...next, stop: reason ?? next.stop, caller: credentialsKey(access.credentials) };
      copyRuns.write(scope, last);
    };
    running.current = {
      // The page says at once that the work stops, also if the user leaves it and returns.
      stop: (why) => {
        if (controller.signal.aborted) return;
        reason = why;
        controller.abort();
        set(last);
      },
    };
    const steps = createCopySteps({
      queryClient,
      access,
      clientId: access.credentials?.apiKey ?? serverCredentials?.clientId ?? null,
      findOriginal: (id) => originals.find(({ connection }) => connection.id === id),
      readSecrets,
      readCreatedIds: (sandbox) =>
        new Set(copyRuns.read(scope)?.list.flatMap((copy) => createdIds(copy, sandbox))),
      findUnfinished: (target) => unfinishedOf(stateIn(states, toScope(target)))?.attempt ?? null,
    });
    const stopWarning = warnBeforeUnload();
    try {
      await send(steps, controller.signal, set);
    } finally {
      running.current = null;
      stopWarning();
    }
    for (const sandbox of new Set(chosen.map((copy) => copy.sandbox))) {
      clearLists(queryClient, { ...access, sandbox });
    }
    return last;
  };
  return {
    copies,
    /** Creates these copies. Returns the result. */
    start: (list: readonly CopyPlan[]) => {
      const started = startCopies(list);
      return run(started, started.list);
    },
    /**
     * Continues with these copies: those that were not created, or one that the user has looked for and not found. Returns
     * the result.
     */
    resume: (before: Copies, due: readonly Copy[]) => run(before, due),
    /** Searches for a copy that may exist, which needs no secret. Returns the result. */
    search: (before: Copies, copy: Copy) =>
      work(before, [copy], (steps, signal, set) => searchForCopy(before, copy, steps, signal, set)),
    stop: () => stop('user'),
    reset: () => copyRuns.write(scope, null),
  };
}

/** Creating copies, which can be stopped after the current one. */
interface RunningWork {
  readonly stop: (reason: StopReason) => void;
}

function createdIds({ sandbox, state }: Copy, inSandbox: string): readonly string[] {
  return sandbox === inSandbox && state.kind === 'created' ? [state.id] : [];
}
