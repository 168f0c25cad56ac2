import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { explainError } from '../platform/explain-error.ts';
import type { PlatformAnswers } from '../platform/platform-answers.ts';

interface ListingProblemProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  readonly problem: { readonly error: unknown; readonly retry: () => void };
}

const credentialFields = [
  { name: 'apiKey', label: 'API key' },
  { name: 'organizationId', label: 'Organization ID' },
  { name: 'accessToken', label: 'Access token' },
] as const;

/** Why the sandboxes could not be listed, with the way to the field at fault. It blocks nothing. */
export function ListingProblem({ form, problem }: ListingProblemProps) {
  const { field, sentence, advice } = explainError(problem.error, []);
  const culprit = credentialFields.find(({ name }) => name === field);
  return (
    <div role="status" className={style({ font: 'body', marginTop: 12 })}>
      <p className={style({ margin: 0 })}>
        <strong>The sandboxes could not be listed.</strong> {sentence} {advice}
      </p>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 })}>
        {culprit !== undefined && (
          <Button variant="secondary" onPress={() => form.setFocus(culprit.name)}>
            Go to {culprit.label}
          </Button>
        )}
        <Button variant="secondary" onPress={problem.retry}>
          List again
        </Button>
      </div>
    </div>
  );
}
