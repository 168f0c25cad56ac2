import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Navigate, useNavigate } from '@tanstack/react-router';
import { toConnectionRequest } from '../source-form/to-connection-request.ts';
import { Card } from '../ui/Card.tsx';
import { AnswersReview } from './AnswersReview.tsx';
import { CreateProblem } from './CreateProblem.tsx';
import { CreateStatus } from './CreateStatus.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { OutcomeUnknown } from './OutcomeUnknown.tsx';
import { RequestReview } from './RequestReview.tsx';
import { StepButtons } from './StepButtons.tsx';
import { TwinNotice } from './TwinNotice.tsx';
import { WizardPage } from './WizardPage.tsx';
import { useCreateConnection } from './use-create-connection.ts';
import { type Progress, useProgress, useWizard } from './wizard.tsx';

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

interface ReviewProps {
  readonly progress: Extract<Progress, { open: 'review' }>;
}

function Review({ progress: { access, answers } }: ReviewProps) {
  const { source } = useWizard();
  const navigate = useNavigate();
  const request = toConnectionRequest(source, answers);
  const { create, lookAgain, stopSearching, stage, isBusy, unknown, error } = useCreateConnection(access);
  return (
    <WizardPage
      step="review"
      lead={
        unknown === null
          ? 'Nothing has been created yet. Look it over, then create the connection.'
          : 'The request was sent, and nobody knows yet what became of it.'
      }
      hasErrors={!isBusy && (error !== null || unknown !== null)}
    >
      <LeaveGuard isOn={stage !== null} />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {!isBusy && error !== null && (
          <CreateProblem
            error={error}
            onRepaired={(repaired) => create(toConnectionRequest(source, repaired))}
            onRetry={() => create(request)}
          />
        )}
        {!isBusy && unknown !== null && (
          <OutcomeUnknown
            unknown={unknown}
            onLookAgain={() => lookAgain(request, unknown)}
            onTryAgain={() => create(request)}
          />
        )}
        {!isBusy && unknown === null && <TwinNotice access={access} source={source} request={request} />}
        <Card>
          <AnswersReview access={access} source={source} answers={answers} />
        </Card>
        <Card>
          <RequestReview access={access} source={source} request={request} />
          {unknown === null && (
            <StepButtons onBack={isBusy ? null : () => void navigate({ to: '/connect/phoenix' })}>
              <Button variant="accent" size="L" isPending={isBusy} onPress={() => create(request)}>
                Create connection
              </Button>
            </StepButtons>
          )}
          <CreateStatus stage={stage} onStop={stopSearching} />
        </Card>
      </div>
    </WizardPage>
  );
}
