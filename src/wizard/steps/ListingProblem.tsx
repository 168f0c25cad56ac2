import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import type { PlatformAnswers } from '../../session/platform-answers.ts';
import { Status } from '../../ui/layout/Status.tsx';
import { useLazyComponent } from '../../ui/use-lazy-component.ts';

export interface ListingProblemProps {
  readonly form: UseFormReturn<PlatformAnswers>;
  /** null when there is no problem. */
  readonly problem: { readonly error: unknown; readonly retry: () => void } | null;
}

// The explanations of all errors are loaded only when there is a problem, because the first step must load quickly.
const loadSentence = async () => (await import('./ListingProblemParts.tsx')).ListingSentence;
const loadActions = async () => (await import('./ListingProblemParts.tsx')).ListingActions;

const frame = style({
  font: 'body',
  // An empty element takes no space and adds no gap.
  display: { default: 'flex', isEmpty: 'contents' },
  flexDirection: 'column',
  gap: 12,
});

/** Says why the sandboxes could not be listed, with a link to the invalid field. It blocks nothing. */
export function ListingProblem({ form, problem }: ListingProblemProps) {
  const { Component: Sentence, hasFailed } = useLazyComponent(loadSentence, problem !== null);
  const { Component: Actions } = useLazyComponent(loadActions, problem !== null);
  return (
    <div className={frame({ isEmpty: problem === null })}>
      <Status>
        {Sentence !== null && <Sentence problem={problem} />}
        {Sentence === null && problem !== null && hasFailed
          ? 'Sandboxes could not be loaded. Check that the wizard server is running, then reload the page.'
          : ''}
      </Status>
      {Actions !== null && <Actions form={form} problem={problem} />}
    </div>
  );
}
