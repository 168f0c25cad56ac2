import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Navigate, useNavigate } from '@tanstack/react-router';
import type { Attempt } from '../../create/attempt.ts';
import { useCreateStage } from '../../create/create-context.tsx';
import { useCreate } from '../../create/use-creator.ts';
import type { CreateState, Refused } from '../../create/create-state.ts';
import { isSame, useStore } from '../../ui/form/store.ts';
import type { ConnectionRequest } from '../../flow-service/connection-request.ts';
import { type Access, usePlatformAnswers } from '../../session/access.tsx';
import { useSecretState } from '../../session/secret-store.ts';
import { parseSourceAnswers } from '../../source-form/answers/source-answers.ts';
import { toConnectionRequest } from '../../source-form/answers/to-connection-request.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Columns } from '../../ui/layout/Columns.tsx';
import { StickyBar } from '../../ui/layout/StickyBar.tsx';
import { useIsWide } from '../../ui/layout/use-is-wide.ts';
import { AnswersReview } from './AnswersReview.tsx';
import { CreateProblem } from '../create/CreateProblem.tsx';
import { CreateTimeline } from '../create/CreateTimeline.tsx';
import { CreateStatus } from '../create/CreateStatus.tsx';
import { DismissedCreateNotice } from '../create/DismissedCreateNotice.tsx';
import { ImportPanel } from '../import/ImportPanel.tsx';
import { LeaveGuard } from '../create/LeaveGuard.tsx';
import { RequestReview } from './RequestReview.tsx';
import { StepButtons } from './StepButtons.tsx';
import { ToPlatformStep } from './ToPlatformStep.tsx';
import { DuplicateNotice } from './DuplicateNotice.tsx';
import { UnfinishedCreatePanel, isUnfinished } from '../create/UnfinishedCreatePanel.tsx';
import { WizardPage } from '../WizardPage.tsx';
import { type Progress, useChosenSource, useProgress, useWizard } from '../wizard.tsx';
import { paths, toSourceAddress } from '../../session/paths.ts';

/** Step three: all answers, the resulting request, and the button that sends it. */
export function ReviewStep() {
  const progress = useProgress();
  const { source, answers, fieldProblem } = useWizard();
  const problem = useStore(fieldProblem);
  const isAnswered = parseSourceAnswers(source, useStore(answers)).success;
  switch (progress.open) {
    case 'platform':
      // A token can expire while the user reads. With a new token, Continue leads straight back.
      return <ToPlatformStep next={isAnswered ? paths.review : null} />;
    case 'source':
      // Leads to the invalid field if it is known.
      return (
        <Navigate to={toSourceAddress(source)} {...(problem !== null && { hash: problem.field })} replace />
      );
    case 'review':
      return <Review progress={progress} />;
  }
}

interface ReviewProps {
  readonly progress: Extract<Progress, { open: 'review' }>;
}

function Review({ progress: { access, answers } }: ReviewProps) {
  const { answers: store } = useWizard();
  const source = useChosenSource();
  const platformStore = usePlatformAnswers();
  const [importText, setImportText] = useSecretState<string | null>(null, null);
  const navigate = useNavigate();
  const { creator, state } = useCreate(access);
  const isBusy = useCreateStage() !== null;
  const request = toConnectionRequest(source, answers);
  const refusal = state.status === 'refused' && isAbout(state, access, request) ? state : null;
  const unfinished = isUnfinished(state) ? state : null;
  const dismissed = refusal === null ? findDismissed(state, request) : null;
  const isWide = useIsWide();
  const timeline = refusal === null && unfinished === null && (
    <Card>
      <CreateTimeline access={access} source={source} />
    </Card>
  );
  // The notice arrives while the user reads, so it is below all buttons, or beside them.
  const duplicates = !isBusy && unfinished === null && (
    <DuplicateNotice access={access} source={source} request={request} />
  );
  const send = (body: ConnectionRequest) => creator.start({ access, source, request: body });
  return (
    <WizardPage
      step="review"
      lead={describeLead(state, isBusy, dismissed !== null)}
      hasErrors={refusal !== null || (state.status === 'notFound' && state.end.kind !== 'unclear')}
      isWide
      action={
        <div className={style({ visibility: { isBusy: 'hidden' } })({ isBusy })}>
          <ImportPanel
            label="Import"
            text={importText}
            onText={setImportText}
            keepsAccess
            read={() => ({ platform: platformStore.get(), source: store.get() })}
            write={({ platform, source: merged }) => {
              platformStore.set(platform);
              store.set(merged);
            }}
          />
        </div>
      }
    >
      <LeaveGuard />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {refusal !== null && (
          <CreateProblem
            error={refusal.error}
            earlier={refusal.unfinished?.attempt ?? null}
            onSearchEarlier={() => creator.search(access)}
            onRepaired={(repaired) => send(toConnectionRequest(source, repaired))}
            onRetry={() => send(request)}
          />
        )}
        {unfinished !== null && (
          <UnfinishedCreatePanel
            access={access}
            creator={creator}
            state={unfinished}
            onTryAgain={() => send(request)}
          />
        )}
        {dismissed !== null && (
          <DismissedCreateNotice attempt={dismissed} onSearch={() => creator.search(access)} />
        )}
        {!isWide && timeline}
        <Columns
          main={
            <div className={style({ display: 'flex', flexDirection: 'column', gap: 24, minWidth: 0 })}>
              <Card>
                <AnswersReview access={access} source={source} answers={answers} />
              </Card>
              <Card>
                <RequestReview access={access} source={source} request={request} />
              </Card>
              <StickyBar isEmpty={unfinished !== null}>
                {unfinished === null && (
                  <StepButtons isBusy={isBusy} onBack={() => void navigate({ to: toSourceAddress(source) })}>
                    <Button variant="accent" size="L" isPending={isBusy} onPress={() => send(request)}>
                      Create connection
                    </Button>
                  </StepButtons>
                )}
                <CreateStatus />
              </StickyBar>
            </div>
          }
          side={
            isWide && (
              <>
                {timeline}
                {duplicates}
              </>
            )
          }
          end={null}
        />
        {!isWide && duplicates}
      </div>
    </WizardPage>
  );
}

/** Whether a refusal is about this exact request. The service may accept a changed one. */
function isAbout({ task }: Refused, access: Access, request: ConnectionRequest): boolean {
  return task === null || isSame([task.access, task.request], [access, request]);
}

/** The attempt to warn about. The user stopped its search, or the refusal that mentioned it is outdated. */
function findDismissed(state: CreateState, request: ConnectionRequest): Attempt | null {
  if (state.status === 'refused') return state.unfinished?.attempt ?? null;
  if (state.status !== 'idle' || state.unfinished?.attempt.name !== request.name) return null;
  return state.unfinished.attempt;
}

function describeLead(state: CreateState, isBusy: boolean, isDismissed: boolean): string {
  if (state.status === 'created') return 'The connection was created.';
  if (isUnfinished(state))
    return 'The request was sent. We don’t know yet whether the connection was created.';
  // As long as the text that it replaces, so that nothing below it moves.
  if (isBusy) return 'The connection is being created. Stay on this page, which shows the result next.';
  return isDismissed
    ? 'Review your settings, then create the connection.'
    : 'Nothing has been created yet. Review your settings, then create the connection.';
}
