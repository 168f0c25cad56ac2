import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionRequest } from '../flow-service/connection-request.ts';
import { usePlatformAnswers } from '../platform/access.tsx';
import { sourceAnswersSchema } from '../source-form/source-answers.ts';
import { toConnectionRequest } from '../source-form/to-connection-request.ts';
import { Card } from '../ui/Card.tsx';
import { useMemory } from '../ui/memory.ts';
import { AnswersReview } from './AnswersReview.tsx';
import { CreateProblem } from './CreateProblem.tsx';
import { CreateStatus } from './CreateStatus.tsx';
import { DroppedAttempt } from './DroppedAttempt.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { LostCreatePanel } from './LostCreatePanel.tsx';
import { RequestReview } from './RequestReview.tsx';
import { StepButtons } from './StepButtons.tsx';
import { ToPlatformStep } from './ToPlatformStep.tsx';
import { TwinNotice } from './TwinNotice.tsx';
import { WizardPage } from './WizardPage.tsx';
import { useCreation } from './creation.tsx';
import { useAttempt } from './use-attempt.ts';
import { type LostCreate, useLostCreate } from './use-lost-create.ts';
import { type Progress, useProgress, useWizard } from './wizard.tsx';

/** Step three: every answer once more, the request they make, and the button that sends it. */
export function ReviewStep() {
  const progress = useProgress();
  const { source, answers, fieldProblem } = useWizard();
  const problem = useMemory(fieldProblem);
  const isAnswered = sourceAnswersSchema(source).safeParse(useMemory(answers)).success;
  switch (progress.open) {
    case 'platform':
      // A token runs out while one reads; with a new one, Continue leads straight back.
      return <ToPlatformStep next={isAnswered ? '/connect/review' : null} />;
    case 'source':
      // To the field at fault, where one is known.
      return <Navigate to="/connect/phoenix" {...(problem !== null && { hash: problem.field })} replace />;
    case 'review':
      return <Review progress={progress} />;
  }
}

interface ReviewProps {
  readonly progress: Extract<Progress, { open: 'review' }>;
}

function Review({ progress: { access, answers } }: ReviewProps) {
  const { source, answers: memory } = useWizard();
  const platformMemory = usePlatformAnswers();
  const [importText, setImportText] = useState<string | null>(null);
  const navigate = useNavigate();
  const { create, stage, refusalOf, forget } = useCreation();
  const lost = useLostCreate(access, true);
  const attempt = useAttempt(access);
  const request = toConnectionRequest(source, answers);
  const refusal = refusalOf(access, request);
  const isBusy = stage !== null;
  const isDropped = attempt?.fate === 'dropped' && attempt.name === request.name;
  const send = (body: ConnectionRequest) => create(access, body);
  return (
    <WizardPage
      step="review"
      lead={describeLead(lost, isDropped)}
      hasErrors={refusal !== null || (lost !== null && lost.search !== 'looking' && lost.found === null)}
    >
      <LeaveGuard />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {refusal !== null && (
          <CreateProblem
            error={refusal}
            former={lost?.attempt ?? null}
            onLookForFormer={forget}
            onRepaired={(repaired) => send(toConnectionRequest(source, repaired))}
            onRetry={() => send(request)}
          />
        )}
        {lost !== null && refusal === null && (
          <LostCreatePanel lost={lost} onTryAgain={() => send(request)} />
        )}
        {isDropped && !isBusy && <DroppedAttempt attempt={attempt} />}
        {!isBusy && lost === null && <TwinNotice access={access} source={source} request={request} />}
        <Card>
          {!isBusy && (
            <ImportPanel
              label="Import"
              text={importText}
              onText={setImportText}
              keepsAccess
              read={() => ({ platform: platformMemory.get(), source: memory.get() })}
              write={({ platform, source: merged }) => {
                platformMemory.set(platform);
                memory.set(merged);
              }}
            />
          )}
          <AnswersReview access={access} source={source} answers={answers} />
        </Card>
        <Card>
          <RequestReview access={access} source={source} request={request} />
          {lost === null && (
            <StepButtons onBack={isBusy ? null : () => void navigate({ to: '/connect/phoenix' })}>
              <Button variant="accent" size="L" isPending={isBusy} onPress={() => send(request)}>
                Create connection
              </Button>
            </StepButtons>
          )}
          <CreateStatus />
        </Card>
      </div>
    </WizardPage>
  );
}

function describeLead(lost: LostCreate | null, isDropped: boolean): string {
  if (lost?.search === 'found') return 'The request was sent, and the connection is there.';
  if (lost !== null) return 'The request was sent, and nobody knows yet what became of it.';
  return isDropped
    ? 'Look it over, then create the connection.'
    : 'Nothing has been created yet. Look it over, then create the connection.';
}
