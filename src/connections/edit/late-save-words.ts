import { explainError } from '../../errors/explain-error.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { displayName } from '../../ui/display-text.ts';
import type { LateNotice } from '../../ui/late/late-notices.ts';
import { type SaveOutcome, readSaveFailure } from './save-connection.ts';

const failures = {
  refused: 'Nothing was saved.',
  conflict: 'Someone else changed the connection. Nothing was saved.',
  unknown: 'We don’t know whether your changes were saved.',
} as const;

/** Said on another page, after the save has ended. */
export function describeSave(
  name: string,
  source: Source,
  outcome: Exclude<SaveOutcome, { kind: 'unchanged' }>,
): LateNotice {
  const shown = displayName(name, 100);
  if (outcome.kind === 'saved') {
    return { variant: 'positive', heading: 'Changes saved', text: `Your changes to “${shown}” were saved.` };
  }
  const result = outcome.wasLost ? failures.unknown : failures.conflict;
  return {
    variant: 'notice',
    heading: `Problem saving “${shown}”`,
    text: `${result} ${describeKept(source)}`,
  };
}

/** Said on another page. */
export function describeFailedSave(name: string, source: Source, error: Error): LateNotice {
  const { sentence } = explainError(error, source);
  return {
    variant: 'negative',
    heading: `Problem saving “${displayName(name, 100)}”`,
    text: `${sentence} ${failures[readSaveFailure(error)]} ${describeKept(source)}`,
  };
}

function describeKept(source: Source): string {
  const secret = nameSecret(source);
  const exception = secret === null ? '' : `, except the ${secret}`;
  return `To continue, edit the connection again. Your changes are kept${exception}.`;
}
