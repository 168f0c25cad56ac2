import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ComponentRef, ReactNode, RefObject } from 'react';
import { checkStages } from '../../flow-service/schemas/connection-check.ts';
import type { Access } from '../../session/access.tsx';
import type { Endpoint } from '../../sources/endpoint.ts';
import { useStore } from '../../ui/form/store.ts';
import { Section } from '../../ui/layout/Section.tsx';
import { AdobeAddresses } from './AdobeAddresses.tsx';
import { CheckLog } from './CheckLog.tsx';
import { Hops } from './Hops.tsx';
import { Outcome } from './Outcome.tsx';
import { Verdict } from './Verdict.tsx';
import { isRunning } from './check-state.ts';
import type { Checker, PrepareCheck } from './create-checker.ts';
import { describeChecker } from './describe-checker.ts';

export type CheckButtonRef = RefObject<ComponentRef<typeof Button> | null>;

interface CheckRegionProps {
  readonly access: Access;
  readonly endpoint: Endpoint;
  readonly checker: Checker;
  /** The button that checks, to move the focus to it. */
  readonly button: CheckButtonRef;
  readonly prepare: PrepareCheck;
  /** What the user can do about a failed hop; null for nothing. */
  readonly remedy: ReactNode;
  /** What the check needs from the user, above its button; null for nothing. */
  readonly children: ReactNode;
}

/** The button that cancels comes and goes, and an outcome may need two lines on a small screen. */
const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  minHeight: { default: 40, sm: 32 },
});

/** Results arrive late, and the buttons below must not move. */
const results = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))',
  columnGap: 32,
  rowGap: 16,
});

/** Checks the way to the database from the computer that runs the wizard. */
export function CheckRegion(props: CheckRegionProps) {
  const { access, endpoint, checker, button, prepare, remedy, children } = props;
  const state = useStore(checker.state);
  const isStarted = state.status !== 'idle';
  const place = describeChecker(window.location.hostname);
  const stages = endpoint.protocol === 'none' ? checkStages.slice(0, 3) : checkStages;
  return (
    <Section
      heading="Connection check"
      lead={
        endpoint.protocol === 'none'
          ? `Optional. Checks whether ${place.word} can reach the server. It does not sign in.`
          : `Optional. Checks whether ${place.word} can reach the database and sign in.`
      }
      action={null}
    >
      {children}
      <div>
        <Button ref={button} variant="secondary" onPress={() => checker.start(prepare)}>
          Check connection
        </Button>
      </div>
      <CheckLog endpoint={endpoint} state={state} />
      {isStarted && (
        <>
          <div className={line}>
            <Outcome state={state} checker={place.word} />
            {isRunning(state) && (
              <Button
                variant="secondary"
                fillStyle="outline"
                onPress={() => {
                  checker.cancel();
                  // This button disappears.
                  button.current?.focus();
                }}
              >
                Cancel check
              </Button>
            )}
          </div>
          <p className={style({ font: 'body', margin: 0 })}>
            Checked from {place.word}. Adobe connects from its own network. In your firewall, allow{' '}
            <AdobeAddresses access={access} />.
          </p>
          <div className={results}>
            <Hops state={state} stages={stages} checker={place.hop} />
            <div className={style({ minHeight: { default: 320, sm: 0 } })}>
              <Verdict endpoint={endpoint} state={state} remedy={remedy} />
            </div>
          </div>
        </>
      )}
    </Section>
  );
}
