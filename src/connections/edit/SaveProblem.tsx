import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainBesideSecrets, explainError } from '../../errors/explain-error.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { toShownName } from '../../sources/connection-fields.ts';
import { nameSecret, secretsOf } from '../../sources/secrets.ts';
import { type Source, findParam } from '../../sources/source.ts';
import { CredentialsLink } from '../CredentialsLink.tsx';
import { readSaveFailure } from './save-connection.ts';

interface SaveProblemProps {
  readonly error: Error;
  readonly source: Source;
  readonly form: UseFormReturn<SourceAnswers>;
  /** The ID of the connection. */
}

const outcomes = {
  refused: 'Nothing was saved. Your changes are kept below.',
  conflict:
    'Nothing was saved. Someone else changed the connection, and its current values could not be loaded. Your changes are kept below. To see what changed, select Save changes again.',
  unknown: 'We don’t know whether your changes were saved. It is safe to save them again.',
} as const;

/** Says why the changes were not saved, or that the outcome is unknown. The form keeps its values. */
export function SaveProblem({ error, source, form }: SaveProblemProps) {
  const hasSecret = secretsOf(source, form.getValues('params')).length > 0;
  const explanation = hasSecret ? explainBesideSecrets(error, source) : explainError(error, source);
  const { field } = explanation;
  const wrong = field?.startsWith('params.') === true ? field.slice('params.'.length) : null;
  const param =
    wrong === null
      ? undefined
      : findParam(source, toShownName(source.authMethod, form.getValues('params'), wrong));
  return (
    <ErrorPanel error={error} source={source} explanation={explanation} onRetry={null} isAskedFor>
      <p className={style({ margin: 0 })}>{outcomes[readSaveFailure(error)]}</p>
      {param !== undefined && (
        <Button variant="secondary" onPress={() => form.setFocus(`params.${param.name}`)}>
          {`Change ${param.label}`}
        </Button>
      )}
      <CredentialsLink explanation={explanation} secret={hasSecret ? nameSecret(source) : null} />
    </ErrorPanel>
  );
}
