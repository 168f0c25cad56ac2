import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import { explainError } from '../platform/explain-error.ts';
import type { Explanation } from '../platform/explanations.ts';
import { Notice } from '../ui/Notice.tsx';
import { TakesLostFocus } from '../ui/TakesLostFocus.tsx';
import { PlatformFieldLink } from './PlatformFieldLink.tsx';
import type { Attempt } from './attempt.ts';
import { useCreation } from './creation.tsx';
import type { LostCreate } from './use-lost-create.ts';
import { useWizard } from './wizard.tsx';

interface LostCreatePanelProps {
  readonly lost: LostCreate;
  /** Sends the request once more, which could make a second one; null where there is no request to send. */
  readonly onTryAgain: (() => void) | null;
}

const row = style({ display: 'flex', flexWrap: 'wrap', gap: 12 });
const belowText = style({ display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 12 });
const text = style({ margin: 0 });

/** What became of a create whose answer was lost, and what can be done about it. */
export function LostCreatePanel({ lost, onTryAgain }: LostCreatePanelProps) {
  const { setAttempt } = useWizard();
  const { lossOf, goTo, forget } = useCreation();
  const { attempt, search, found, error, lookAgain, stop } = lost;
  const what = describeFate(attempt);
  const letGo = (left: Attempt | null) => {
    setAttempt(attempt, left);
    forget();
  };
  if (search === 'looking') {
    return (
      <TakesLostFocus key="looking" label="Finding out what became of it">
        <Notice variant="notice" heading="Finding out what became of it">
          <p className={text}>{what} Looking whether the connection was created, for up to 90 seconds.</p>
          <div className={belowText}>
            <Button variant="secondary" onPress={stop}>
              Stop looking
            </Button>
          </div>
        </Notice>
      </TakesLostFocus>
    );
  }
  if (found !== null) {
    return (
      <TakesLostFocus key="found" label="It was created">
        <Notice variant="positive" heading="It was created">
          <p className={text}>The connection whose answer was lost is there: “{attempt.name}”.</p>
          <div className={belowText}>
            <Button variant="primary" onPress={() => void goTo(found, attempt)}>
              Go to the connection
            </Button>
            <Button variant="secondary" onPress={() => letGo(null)}>
              All right
            </Button>
          </div>
        </Notice>
      </TakesLostFocus>
    );
  }
  return (
    <ErrorPanel
      error={error ?? lossOf(attempt)}
      explanation={describeSearch(what, lost)}
      onRetry={null}
      isAskedFor={false}
    >
      {error !== null && <PlatformFieldLink explanation={explainError(error, [])} />}
      <div className={row}>
        <Button variant="primary" onPress={lookAgain}>
          Look again
        </Button>
        {onTryAgain !== null && (
          <Button variant="secondary" onPress={onTryAgain}>
            Try again
          </Button>
        )}
        <Button variant="secondary" onPress={() => letGo({ ...attempt, fate: 'dropped' })}>
          Leave it at that
        </Button>
      </div>
    </ErrorPanel>
  );
}

function describeFate({ name, fate }: Attempt): string {
  return fate === 'lost' ? 'The answer was lost.' : `The page was left while “${name}” was being created.`;
}

function describeSearch(what: string, { search, error }: LostCreate): Explanation {
  if (error !== null) {
    const { field, sentence, advice } = explainError(error, []);
    return {
      field,
      sentence: 'It could not be looked for; trying again could make a second one.',
      advice: `${what} ${sentence} ${advice}`,
    };
  }
  return search === 'stopped'
    ? {
        field: null,
        sentence: 'Not looked for to the end; trying again could make a second one.',
        advice: `${what} The search was stopped before the sandbox had answered.`,
      }
    : {
        field: null,
        sentence: 'Not found so far; trying again could make a second one.',
        advice: `${what} The sandbox does not show the connection, but it may still come.`,
      };
}
