import { api } from '../../api/api.ts';
import type { Access } from '../../session/access.tsx';
import { deleteTrial, findTrial } from './run/rotation-steps.ts';
import type { Trial, TrialRemoval } from './run/rotation.ts';
import { rotations } from './memory/rotations.ts';

/**
 * Deletes a temporary connection that was left, or looks for one that may exist.
 * @param onDeleted Called with its ID before it is removed from the stored rotations.
 */
export async function removeTrial(
  access: Access,
  specId: string,
  trial: Trial,
  onDeleted: (id: string) => Promise<void>,
): Promise<TrialRemoval> {
  const found =
    trial.id === null
      ? await findTrial(access, specId, trial.name).catch(() => null)
      : { id: trial.id, isComplete: true };
  if (found === null) return 'notSearched';
  const { id } = found;
  if (id === null) return found.isComplete ? 'notFound' : 'notFoundInPart';
  const isGone = await deleteTrial(api(access), id);
  if (isGone) await onDeleted(id);
  rotations.settleTrial(trial.name, isGone ? null : { id });
  return isGone ? 'deleted' : 'notDeleted';
}
