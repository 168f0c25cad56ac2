import type { Access } from '../../../session/access.tsx';
import type { Connection } from '../../../flow-service/schemas/connection.ts';
import type { SourceAnswers } from '../../../source-form/answers/source-answers.ts';
import type { Source } from '../../../sources/source.ts';
import { type Candidate, findPassword } from '../candidates/find-candidates.ts';
import { type Target, leadsTo } from './rotation-target.ts';
import { createRotationSteps } from './rotation-steps.ts';
import type { RotatedConnection } from './rotation.ts';
import type { RotationSteps } from './run-rotation.ts';

/** A connection as the user selected it, and its source. */
export type Selected = Pick<Candidate, 'connection' | 'source'>;

interface SelectedContext {
  readonly access: Access;
  readonly source: Source;
  readonly model: Connection;
  readonly purpose: string;
  readonly readSecrets: () => SourceAnswers['params'];
  /** The connection as the user selected it; null when that is not known any more. */
  readonly findSelected: (id: string) => Selected | null;
}

/**
 * The requests of a rotation whose connections may lead to several targets. Each connection is changed only while it is
 * as it was selected, so that the secret is sent nowhere else. One that is not known is changed only while it leads to
 * the target of the model.
 */
export function createSelectedSteps({ findSelected, ...context }: SelectedContext): RotationSteps {
  const steps = createRotationSteps(context);
  return {
    ...steps,
    change(id, etag) {
      const selected = findSelected(id);
      if (selected === null) return steps.change(id, etag);
      const { source, connection: model } = selected;
      const readSecrets = () => renameSecret(context.source, source, context.readSecrets());
      return createRotationSteps({ ...context, source, model, readSecrets }).change(id, etag);
    },
  };
}

/** Another source may have another name for the password. */
function renameSecret(source: Source, own: Source, secrets: SourceAnswers['params']) {
  const isKindSame =
    own.connectionSpec.id === source.connectionSpec.id &&
    own.authMethod.specName === source.authMethod.specName;
  if (isKindSame) return secrets;
  const [from, to] = [findPassword(source), findPassword(own)];
  return from === null || to === null ? {} : { [to]: secrets[from] ?? '' };
}

/**
 * The connection of an earlier visit as the user selected it: its version is the same, or no version is known because a
 * response was lost. null when somebody changed it since and it leads to another target or user.
 */
export function findUnchanged(
  candidate: Candidate | undefined,
  rotated: RotatedConnection | undefined,
  target: Target,
): Selected | null {
  if (candidate === undefined || rotated === undefined) return null;
  const { connection, source } = candidate;
  const isSameVersion = rotated.etag === null || rotated.etag === connection.etag;
  return isSameVersion || leadsTo(source, target, connection) ? candidate : null;
}
