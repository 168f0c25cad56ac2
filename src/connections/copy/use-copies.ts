import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { toScope } from '../../create/attempt.ts';
import { useCreateStates } from '../../create/create-context.tsx';
import { unfinishedOf } from '../../create/create-state.ts';
import { stateIn } from '../../create/create-states.ts';
import type { Access } from '../../session/access.tsx';
import { useEnvironment } from '../../session/environment-query.ts';
import { useSecretsCleared } from '../../session/secret-store.ts';
import { readTabStorage } from '../../session/tab-storage.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { createStore, useStore } from '../../ui/form/store.ts';
import { useUnloadWarning } from '../../ui/use-unload-warning.ts';
import { clearLists } from '../clear-lists.ts';
import { type Copies, type Copy, copyKey, isFinished, isOpen, startCopies } from './copies.ts';
import { createCopiesMemory } from './copies-memory.ts';
import { createCopySteps } from './copy-steps.ts';
import type { Original } from './originals.ts';
import { runCopies } from './run-copies.ts';

/** They are stored outside the page, because they are taken up again after a reload. */
const memory = createCopiesMemory(readTabStorage());

/**
 * The copies of connections of this sandbox. Leaving the page or clearing the secrets stops the work after the request
 * that is being sent.
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
  const { credentials: held } = useEnvironment();
  const states = useCreateStates();
  const scope = toScope(access);
  const [store] = useState(() => {
    const earlier = memory.read(scope);
    // Who comes from the page of a connection wants to copy that one, unless something is left to do.
    return createStore(isForOne && earlier !== null && isFinished(earlier) ? null : earlier);
  });
  const copies = useStore(store);
  const running = useRef(new AbortController());
  const [stop] = useState(() => () => running.current.abort());
  useEffect(() => stop, [stop]);
  useSecretsCleared(stop);
  useUnloadWarning(copies?.phase === 'running');

  const set = (next: Copies) => {
    store.set(next);
    memory.write(scope, next);
  };
  const run = async (start: Copies, chosen: readonly Copy[]): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    const steps = createCopySteps({
      queryClient,
      access,
      clientId: access.credentials?.apiKey ?? held?.clientId ?? null,
      findOriginal: (id) => originals.find(({ connection }) => connection.id === id),
      readSecrets,
      findUnfinished: (there) => unfinishedOf(stateIn(states, toScope(there)))?.attempt ?? null,
    });
    await runCopies(start, new Set(chosen.map(copyKey)), steps, controller.signal, set);
    for (const sandbox of new Set(chosen.map((copy) => copy.sandbox))) {
      clearLists(queryClient, { ...access, sandbox });
    }
  };
  return {
    copies,
    /** Creates these copies. */
    start: (list: readonly Pick<Copy, 'originalId' | 'name' | 'sandbox'>[]) => {
      const started = startCopies(list);
      return run(started, started.list);
    },
    /** Creates the copies that were not created. */
    resume: () => (copies === null ? Promise.resolve() : run(copies, copies.list.filter(isOpen))),
    /** Creates a copy again, after the user has looked for it. */
    createAgain: (copy: Copy) => (copies === null ? Promise.resolve() : run(copies, [copy])),
    stop,
    forget: () => {
      memory.write(scope, null);
      store.set(null);
    },
  };
}
