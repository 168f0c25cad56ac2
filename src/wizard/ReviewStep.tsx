import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Navigate, useNavigate } from '@tanstack/react-router';
import { explainError } from '../platform/explain-error.ts';
import { toConnectionRequest } from '../source-form/to-connection-request.ts';
import { Card } from '../ui/Card.tsx';
import { Status } from '../ui/Status.tsx';
import { AnswersReview } from './AnswersReview.tsx';
import { CreateProblem } from './CreateProblem.tsx';
import { RequestReview } from './RequestReview.tsx';
import { StepButtons } from './StepButtons.tsx';
import { TwinNotice } from './TwinNotice.tsx';
import { WizardPage } from './WizardPage.tsx';
import { type Progress, useProgress, useWizard } from './wizard-answers.tsx';
import { useCreateConnection } from './use-create-connection.ts';

/** Step three: every answer once more, the request they make, and the button that sends it. */
export function ReviewStep() {
  const progress = useProgress();
  switch (progress.open) {
    case 'platform':
      return <Navigate to="/connect/platform" replace />;
    case 'source':
      return <Navigate to="/connect/phoenix" replace />;
    case 'review':
      return <Review progress={progress} />;
  }
}

function Review({
  progress: { access, answers },
}: {
  readonly progress: Extract<Progress, { open: 'review' }>;
}) {
  const { source } = useWizard();
  const navigate = useNavigate();
  const request = toConnectionRequest(source, answers);
  const { create, isCreating, error } = useCreateConnection(access);
  return (
    <WizardPage
      step="review"
      lead="Nothing has been created yet. Look it over, then create the connection."
      hasErrors={error !== null}
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {error !== null && (
          <CreateProblem
            error={error}
            explanation={explainError(error, Object.keys(source.presentation))}
            source={source}
          />
        )}
        <TwinNotice access={access} source={source} request={request} />
        <Card>
          <AnswersReview access={access} source={source} answers={answers} />
        </Card>
        <Card>
          <RequestReview access={access} source={source} request={request} />
          <StepButtons onBack={() => void navigate({ to: '/connect/phoenix' })}>
            <Button variant="accent" size="L" isPending={isCreating} onPress={() => create(request)}>
              Create connection
            </Button>
          </StepButtons>
          <Status>
            {isCreating
              ? 'Creating the connection. Adobe may try the database first, which can take a minute.'
              : ''}
          </Status>
        </Card>
      </div>
    </WizardPage>
  );
}
