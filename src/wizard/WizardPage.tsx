import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { forgetSecrets } from '../platform/forget-secrets.ts';
import { Page } from '../ui/Page.tsx';
import { StepIndicator } from '../ui/StepIndicator.tsx';
import { CreatedNotice } from './CreatedNotice.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { useCreation } from './creation.tsx';
import { type StepId, stepPosition, steps } from './steps.ts';
import { useProgress, useWizard } from './wizard.tsx';

interface WizardPageProps {
  readonly step: StepId;
  readonly lead: string;
  readonly hasErrors: boolean;
  readonly children: ReactNode;
}

/** The frame of a step: where one is, and the step itself. */
export function WizardPage({ step, lead, hasErrors, children }: WizardPageProps) {
  const { open } = useProgress();
  const { startAgain } = useWizard();
  const creation = useCreation();
  const queryClient = useQueryClient();
  const beginAnew = () => {
    creation.forget();
    startAgain();
    forgetSecrets(queryClient);
  };
  const position = stepPosition(step);
  return (
    <>
      <div
        className={style({
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 12,
          marginBottom: 24,
        })}
      >
        <StepIndicator
          steps={steps.map(({ path, heading }, other) => ({
            path,
            label: heading,
            state:
              other === position
                ? 'current'
                : other < position
                  ? 'done'
                  : other <= stepPosition(open)
                    ? 'open'
                    : 'closed',
          }))}
        />
        <Button
          variant="secondary"
          fillStyle="outline"
          size="S"
          isDisabled={creation.stage !== null}
          onPress={beginAnew}
        >
          Start again
        </Button>
      </div>
      <Page heading={steps[position]?.heading ?? ''} lead={lead} hasErrors={hasErrors}>
        <DraftNotice />
        <CreatedNotice />
        {children}
      </Page>
    </>
  );
}
