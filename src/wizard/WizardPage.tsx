import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Page } from '../ui/Page.tsx';
import { StepIndicator } from '../ui/StepIndicator.tsx';
import { DraftNotice } from './DraftNotice.tsx';
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
        <Button variant="secondary" fillStyle="outline" size="S" onPress={startAgain}>
          Start again
        </Button>
      </div>
      <Page heading={steps[position]?.heading ?? ''} lead={lead} hasErrors={hasErrors}>
        <DraftNotice />
        {children}
      </Page>
    </>
  );
}
