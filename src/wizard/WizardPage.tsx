import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Page } from '../ui/layout/Page.tsx';
import { StepIndicator } from '../ui/layout/StepIndicator.tsx';
import { CreatedNotice } from './create/CreatedNotice.tsx';
import { DraftNotice } from './DraftNotice.tsx';
import { StartAgain } from './StartAgain.tsx';
import { type StepId, listSteps } from './step-list.ts';
import { useProgress, useWizard } from './wizard.tsx';

interface WizardPageProps {
  readonly step: StepId;
  readonly lead: string;
  readonly hasErrors: boolean;
  /** What can be done first, next to the heading. */
  readonly action?: ReactNode;
  /** Whether the step has a column at the right. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The frame of a step: the step indicator and the step itself. */
export function WizardPage(props: WizardPageProps) {
  const { step, lead, hasErrors, action = null, isWide = false, children } = props;
  const { open } = useProgress();
  const steps = listSteps(useWizard().source);
  const positionOf = (one: StepId) => steps.findIndex(({ id }) => id === one);
  const position = positionOf(step);
  return (
    <>
      <div
        className={style({
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 12,
          marginBottom: 12,
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
                  : other <= positionOf(open)
                    ? 'open'
                    : 'closed',
          }))}
        />
        <StartAgain />
      </div>
      <Page
        heading={steps[position]?.heading ?? ''}
        lead={lead}
        hasErrors={hasErrors}
        action={action}
        isWide={isWide}
      >
        <DraftNotice isSearching={step !== 'platform'} />
        {children}
        {/* The notice can appear at any time, so it is below all buttons. */}
        <CreatedNotice />
      </Page>
    </>
  );
}
