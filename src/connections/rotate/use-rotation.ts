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
import { useStore } from '../../ui/form/store.ts';
import { warnBeforeUnload } from '../../ui/warn-before-unload.ts';
import { clearLists, refreshDeleted } from '../clear-lists.ts';
import type { Candidate } from './candidates/find-candidates.ts';
import { type Version, compareVersions } from './run/compare-versions.ts';
import { compareTarget, readTarget } from './run/rotation-target.ts';
import { type Selected, createSelectedSteps, findUnchanged } from './run/selected-steps.ts';
import {
  type RotatedConnection,
  type Rotation,
  endRotation,
  isRunning,
  leaveOut,
  startRotation,
  withGoal,
} from './run/rotation.ts';
import { rotations } from './memory/rotations.ts';
import { rememberCredentials } from './refused-credentials.ts';
import { runRotation } from './run/run-rotation.ts';
import { nameTrial } from '../trials/trial-name.ts';

/** What the page has read of the connections that can be changed. */
export interface ReadConnections {
  /** The versions of the connections of the sandbox, and of those in the rotation. */
  readonly versions: ReadonlyMap<string, Version>;
  /** The connections that can be changed. */
  readonly candidates: readonly Candidate[];
  /** The connections of the rotation before the versions were read. */
  readonly seen: ReadonlySet<RotatedConnection>;
}

/**
 * The rotation that was started on the page of a connection. Leaving the page stops it after the current request.
 * @param readSecrets Reads the params with the secret from the form when a request is sent.
 */
export function useRotation(
  access: Access,
  source: Source,
  model: Connection,
  readSecrets: () => SourceAnswers['params'],
  { versions, candidates, seen }: ReadConnections,
) {
  const queryClient = useQueryClient();
  const scope = toScope(access);
  useStore(rotations.all);
  const stored = rotations.read(scope, model.id);
  /** A rotation that is done is shown until its page is closed. It is stored only while temporary connections are left. */
  const [finished, setFinished] = useState<Rotation | null>(null);
  /** The rotation that runs on this visit. One that runs although its page was left stops soon. */
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const shown = stored ?? (finished && { ...finished, trials: [] });
  const rotation = shown && compareVersions(shown, versions, seen);
  const fit = rotation === null ? 'same' : compareTarget(source, rotation.target, model);
  /** What the user selected on this visit. */
  const selected = useRef(new Map<string, Selected>());
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  /** The versions that the rotations of this visit know, which are newer than those that the page has read. */
  const latest = useRef(new Map<string, string | null>());
  const set = (next: Rotation) => {
    rotations.write(next);
    for (const { id, etag } of next.connections) latest.current.set(id, etag);
    if (next.phase === 'done') setFinished(next);
  };
  const run = async (start: Rotation): Promise<void> => {
    setOwnKey(start.key);
    const steps = createSelectedSteps({
      access,
      source,
      model,
      purpose: `${start.key} ${start.goal}`,
      readSecrets,
      findSelected: (id) => {
        const candidate = candidates.find(({ connection }) => connection.id === id);
        const rotated = start.connections.find((one) => one.id === id);
        const found = selected.current.get(id) ?? findUnchanged(candidate, rotated, start.target);
        // The rotation changes its version, which is then not the one that the page has read.
        if (found !== null) selected.current.set(id, found);
        return found;
      },
    });
    const { signal } = leaving.current;
    const trialName = nameTrial(start.goal, nameSecret(source) ?? 'secret', model.name);
    const stopWarning = warnBeforeUnload();
    let endTrial = () => {};
    try {
      const refreshing = {
        ...steps,
        async deleteTrial(id: string) {
          const isGone = await steps.deleteTrial(id);
          // Until its page is refreshed, it would say that the temporary connection was left.
          if (isGone) await refreshDeleted(queryClient, access, id);
          return isGone;
        },
      };
      await runRotation(start, trialName, refreshing, signal, (next) => {
        endTrial();
        // Clearing the secrets reloads the page, and then the temporary connection would not be deleted.
        endTrial = next.phase === 'trying' ? beginWriting() : () => {};
        // After the user left the page, the form has no secret any more to remove from an error that quotes it.
        rememberCredentials(next, access);
        set(signal.aborted && next.stop !== null ? { ...next, stop: { reason: 'interrupted' } } : next);
      });
    } finally {
      endTrial();
      stopWarning();
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
    /** Whether the rotation can be continued on this page. Otherwise, nothing is sent to its connection. */
    fit,
    /** Whether the rotation runs only until its current request is done, because its page was left. */
    wasLeft: rotation !== null && isRunning(rotation) && rotation.key !== ownKey,
    /** Writes the secret in the form into these connections. */
    start: (chosen: readonly Candidate[]) => {
      selected.current = new Map(chosen.map((one) => [one.connection.id, one]));
      // The connection of this page may have been read earlier than the list.
      const connections = chosen.map(({ connection: one }) => {
        const version = versions.get(one.id);
        const read = typeof version === 'object' ? version.etag : one.etag;
        const known = latest.current.get(one.id);
        return { ...one, etag: known === undefined ? read : (known ?? '') };
      });
      const rotation = startRotation(connections, readTarget(source, model));
      return run(rotations.start(scope, model.id, rotation));
    },
    /** Writes the secret in the form into the connections that still need it. */
    resume: (goal: Rotation['goal']) =>
      rotation === null || fit !== 'same' ? Promise.resolve() : run(withGoal(rotation, goal)),
    /** Continues without a connection that the rotation stopped at. */
    leaveOut: (id: string) => {
      if (rotation !== null) set(leaveOut(rotation, id));
    },
    /** Leaves out everything that is not done. */
    end: () => {
      if (rotation !== null) set(endRotation(rotation));
    },
    /** Clears a rotation that is done or has changed nothing. Temporary connections that still exist are kept. */
    reset: () => {
      if (rotation !== null) rotations.end(rotation.key);
      setFinished(null);
    },
  };
}
