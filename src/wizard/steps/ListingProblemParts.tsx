import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ErrorDetails } from '../../errors/ErrorDetails.tsx';
import { explainError } from '../../errors/explain-error.ts';
import { platformLabels } from '../../session/platform-answers.ts';
import type { ListingProblemProps } from './ListingProblem.tsx';

const credentialFields = ['apiKey', 'organizationId', 'accessToken'] as const;

/** Why the sandboxes could not be listed, and what to do. */
export function ListingSentence({ problem }: Pick<ListingProblemProps, 'problem'>) {
  if (problem === null) return null;
  const { sentence, advice } = explainError(problem.error, null);
  return `Sandboxes could not be loaded. ${sentence} ${advice}`;
}

/** A link to the invalid field, and the details of the error. */
export function ListingActions({ form, problem }: ListingProblemProps) {
  if (problem === null) return null;
  const { field: invalid } = explainError(problem.error, null);
  const culprit = credentialFields.find((field) => field === invalid);
  return (
    <>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        {culprit !== undefined && (
          <Button variant="secondary" onPress={() => form.setFocus(culprit)}>
            {`Go to ${platformLabels[culprit]}`}
          </Button>
        )}
        <Button variant="secondary" onPress={problem.retry}>
          Reload sandboxes
        </Button>
      </div>
      <ErrorDetails error={problem.error} source={null} onWaited={problem.retry} />
    </>
  );
}
