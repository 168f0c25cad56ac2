import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { explainError } from '../../errors/explain-error.ts';
import { type PlatformAnswers, platformLabels } from '../../session/platform-answers.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';

/** Loaded only when there is a problem, because the first step must load quickly. */
const loadDetails = async () => (await import('../../errors/ErrorDetails.tsx')).ErrorDetails;

const frame = style({
  font: 'body',
  // An empty element takes no space and adds no gap.
  display: { default: 'flex', isEmpty: 'contents' },
  flexDirection: 'column',
  gap: 12,
});

interface ListingProblemProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  /** null when there is no problem. */
  readonly problem: { readonly error: unknown; readonly retry: () => void } | null;
}

const credentialFields = ['apiKey', 'organizationId', 'accessToken'] as const;

/** Says why the sandboxes could not be listed, with a link to the invalid field. It blocks nothing. */
export function ListingProblem({ form, problem }: ListingProblemProps) {
  const { Component: ErrorDetails } = useLazyComponent(loadDetails, problem !== null);
  const explanation = problem === null ? null : explainError(problem.error, null);
  const culprit = credentialFields.find((field) => field === explanation?.field);
  return (
    <div className={frame({ isEmpty: explanation === null })}>
      <Status>
        {explanation === null
          ? ''
          : `Sandboxes could not be loaded. ${explanation.sentence} ${explanation.advice}`}
      </Status>
      {problem !== null && (
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
          {ErrorDetails !== null && <ErrorDetails error={problem.error} onWaited={problem.retry} />}
        </>
      )}
    </div>
  );
}
