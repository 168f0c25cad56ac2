import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { beginWriting } from '../../api/use-is-writing.ts';
import { connectionQuery } from '../../api/queries.ts';
import { toScope } from '../../create/attempt.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Access } from '../../session/access.tsx';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { shorten } from '../../ui/display-text.ts';
import { useStore } from '../../ui/form/store.ts';
import { useUnloadWarning } from '../../ui/use-unload-warning.ts';
import { clearLists } from '../clear-lists.ts';
import { createRotationSteps, removeTrial } from './rotation-steps.ts';
import {
  type Rotation,
  type Trial,
  type TrialRemoval,
  isRunning,
  startRotation,
  withTrial,
} from './rotation.ts';
import { rotations } from './rotations.ts';
import { runRotation } from './run-rotation.ts';

/**
 * The rotation that was started on the page of a connection. Leaving the page stops it after the current request.
 * @param readSecrets Reads the params with the secret from the form when a request is sent.
 */
export function useRotation(
  access: Access,
  source: Source,
  model: Connection,
  readSecrets: () => SourceAnswers['params'],
) {
  const queryClient = useQueryClient();
  const scope = toScope(access);
  useStore(rotations.all);
  /** A rotation that is done is kept until its page is closed. */
  const [finished, setFinished] = useState<Rotation | null>(null);
  const read = () => rotations.read(scope, model.id);
  const remembered = read() ?? finished;
  /** The rotation that the user has cleared, and that is kept because of a temporary connection. */
  const [closed, setClosed] = useState<Rotation | null>(null);
  const rotation = remembered === closed ? null : remembered;
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  useUnloadWarning(rotation !== null && isRunning(rotation));

  const set = (next: Rotation) => {
    rotations.write(scope, model.id, next);
    if (next.phase === 'done') setFinished(next);
  };
  const run = async (start: Rotation): Promise<void> => {
    const steps = createRotationSteps({ access, source, model, readSecrets });
    const { signal } = leaving.current;
    let endTrial = () => {};
    try {
      await runRotation(start, nameTrial(source, model), steps, signal, (next) => {
        endTrial();
        // Clearing the secrets reloads the page, and then the temporary connection would not be deleted.
        endTrial = next.phase === 'trying' ? beginWriting() : () => {};
        // After the user left the page, the form has no secret any more to remove from an error that quotes it.
        set(signal.aborted && next.stop !== null ? { ...next, stop: { reason: 'interrupted' } } : next);
      });
    } finally {
      endTrial();
    }
    clearLists(queryClient, access);
    for (const { id } of start.connections) {
      const { queryKey } = connectionQuery(access, id);
      queryClient.removeQueries({ queryKey, type: 'inactive' });
      // This page shows the connection that it was opened for, and needs no newer version of it.
      void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
    }
  };
  return {
    rotation,
    /** Writes the secret in the form into these connections. */
    start: (connections: readonly Pick<Connection, 'id' | 'name'>[]) =>
      run({ ...startRotation(connections), trials: read()?.trials ?? [] }),
    /** Writes the secret in the form into the connections that still need it. */
    resume: (goal: Rotation['goal']) => (rotation === null ? Promise.resolve() : run({ ...rotation, goal })),
    /** Deletes a temporary connection that was left, or looks for one that may exist. Returns what happened. */
    removeTrial: async (trial: Trial): Promise<TrialRemoval> => {
      const { removal, id } = await removeTrial(access, source, trial);
      const now = read();
      if (now !== null && id !== null) {
        const left = removal === 'deleted' ? null : { id };
        set({ ...now, trials: withTrial(now.trials, trial.name, left) });
      }
      return removal;
    },
    /** Removes the notice of a temporary connection that the user looked for and that does not exist. */
    dismissTrial: (trial: Trial) => {
      const now = read();
      if (now !== null) set({ ...now, trials: withTrial(now.trials, trial.name, null) });
    },
    /** Clears a rotation that is done or has changed nothing. Temporary connections that still exist are kept. */
    reset: () => {
      if (remembered !== null && remembered.trials.length > 0) return setClosed(remembered);
      rotations.write(scope, model.id, null);
      setFinished(null);
    },
  };
}

/** The name says what the connection is. Its end makes it different from every other. */
function nameTrial(source: Source, { name }: Connection): string {
  const end = crypto.getRandomValues(new Uint16Array(2)).join('');
  return `Trial of a new ${nameSecret(source) ?? 'secret'} for ${shorten(name, 100)}, can be deleted (${end})`;
}
