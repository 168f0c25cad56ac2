import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionReceipt } from '../flow-service/connection.ts';
import { ErrorPanel } from '../platform/ErrorPanel.tsx';
import type { Access } from '../platform/access.tsx';
import { explainError } from '../platform/explain-error.ts';
import type { Explanation } from '../platform/explanations.ts';
import { Notice } from '../ui/Notice.tsx';
import { TakesLostFocus } from '../ui/TakesLostFocus.tsx';
import { useMemory } from '../ui/memory.ts';
import { PlatformFieldLink } from './PlatformFieldLink.tsx';
import type { Attempt } from './create-once.ts';
import { useCreation } from './creation.tsx';
import { findCreatedQuery } from './find-created-query.ts';
import { useWizard } from './wizard.tsx';

interface LostCreateProps {
  readonly access: Access;
  readonly attempt: Attempt;
  /** Sends the request once more, which could make a second one; null where there is no request to send. */
  readonly onTryAgain: (() => void) | null;
}

/** An attempt whose outcome is not known, and that belongs to this organization and sandbox; else null. */
export function useLostAttempt(access: Access): Attempt | null {
  const { stage } = useCreation();
  const attempt = useMemory(useWizard().attempt);
  const isHere =
    attempt?.sandbox === access.sandbox &&
    attempt.organizationId === (access.credentials?.organizationId ?? null);
  return isHere && stage === null ? attempt : null;
}

/** Finds out what became of a create whose answer was lost, by looking for what it made. */
export function LostCreate({ access, attempt, onTryAgain }: LostCreateProps) {
  const { attempt: memory } = useWizard();
  const { loss, goTo, forget } = useCreation();
  const queryClient = useQueryClient();
  // On Review one waits for it, and is taken there; elsewhere one is told and goes on with what one does.
  const onFound = (receipt: ConnectionReceipt) => (onTryAgain === null ? Promise.resolve() : goTo(receipt));
  const query = findCreatedQuery(access, attempt, onFound);
  const { data: found, error, isFetching, refetch } = useQuery(query);
  const what =
    loss === null ? `The page was left while “${attempt.name}” was being created.` : 'The answer was lost.';

  if (isFetching) {
    return (
      <TakesLostFocus key="looking" label="Finding out what became of it">
        <Notice variant="notice" heading="Finding out what became of it">
          <p className={style({ margin: 0 })}>
            {what} Looking whether the connection was created, for up to 90 seconds.
          </p>
          <div className={style({ marginTop: 12 })}>
            <Button
              variant="secondary"
              onPress={() => void queryClient.cancelQueries({ queryKey: query.queryKey })}
            >
              Stop looking
            </Button>
          </div>
        </Notice>
      </TakesLostFocus>
    );
  }
  if (found) {
    return (
      <TakesLostFocus key="found" label="It was created">
        <Notice variant="positive" heading="It was created">
          <p className={style({ margin: 0 })}>
            The connection whose answer was lost is there: “{attempt.name}”.
          </p>
          <div className={style({ marginTop: 12 })}>
            <Button variant="primary" onPress={() => void goTo(found)}>
              Go to the connection
            </Button>
          </div>
        </Notice>
      </TakesLostFocus>
    );
  }
  return (
    <ErrorPanel
      error={error ?? loss}
      explanation={error === null ? notFound(what) : notLookedFor(what, explainError(error, []))}
      onRetry={null}
      isAskedFor={false}
    >
      {error !== null && <PlatformFieldLink explanation={explainError(error, [])} />}
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12 })}>
        <Button variant="primary" onPress={() => void refetch()}>
          Look again
        </Button>
        {onTryAgain !== null && (
          <Button variant="secondary" onPress={onTryAgain}>
            Try again
          </Button>
        )}
        <Button
          variant="secondary"
          onPress={() => {
            memory.set(null);
            forget();
          }}
        >
          Leave it at that
        </Button>
      </div>
    </ErrorPanel>
  );
}

function notFound(what: string): Explanation {
  return {
    field: null,
    sentence: 'Not found so far; trying again could make a second one.',
    advice: `${what} The sandbox does not show the connection, but it may still come.`,
  };
}

function notLookedFor(what: string, { field, sentence, advice }: Explanation): Explanation {
  return {
    field,
    sentence: 'It could not be looked for; trying again could make a second one.',
    advice: `${what} ${sentence} ${advice}`,
  };
}
