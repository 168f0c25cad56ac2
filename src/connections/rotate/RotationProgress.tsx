import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainError } from '../../errors/explain-error.ts';
import { paths } from '../../session/paths.ts';
import type { Source } from '../../sources/source.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { displayName } from '../../ui/display-text.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Section } from '../../ui/layout/Section.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { describeHeld, describeRotation } from './rotation-words.ts';
import { type Rotation, type Trial, hasChangedNothing, isRunning } from './rotation.ts';

/** Deletes the temporary connection, or looks for it. */
type RemoveTrial = (trial: Trial) => Promise<'deleted' | 'notDeleted' | 'notFound'>;

interface RotationProgressProps {
  readonly source: Source;
  readonly rotation: Rotation;
  readonly onRemoveTrial: RemoveTrial;
  readonly onForgetTrial: (trial: Trial) => void;
  readonly onForget: () => void;
}

/** Says of each connection which secret it has, and why the rotation stopped. */
export function RotationProgress(props: RotationProgressProps) {
  const { source, rotation, onRemoveTrial, onForgetTrial, onForget } = props;
  const { connections, trials, stop, phase } = rotation;
  const error = stop !== null && 'error' in stop ? stop.error : null;
  return (
    <Section heading="Connections" lead={null} action={null}>
      <Status>{describeRotation(source, rotation)}</Status>
      {error !== null && (
        <ErrorPanel
          error={error}
          source={source}
          explanation={explainError(error, source)}
          onRetry={null}
          isAskedFor
        >
          {null}
        </ErrorPanel>
      )}
      <ul className={style({ margin: 0, padding: 0, listStyleType: 'none' })}>
        {connections.map((connection) => {
          const { word, variant } = describeHeld(source, connection);
          return (
            <li key={connection.id} className={line}>
              <TextLink to={paths.connection} params={{ id: connection.id }}>
                {displayName(connection.name, 100)}
              </TextLink>
              <StatusLight size="S" variant={variant}>
                {word}
              </StatusLight>
            </li>
          );
        })}
      </ul>
      {!isRunning(rotation) &&
        trials.map((trial) => (
          <TrialNotice
            key={trial.name}
            trial={trial}
            onRemove={onRemoveTrial}
            onForget={() => onForgetTrial(trial)}
          />
        ))}
      {(phase === 'done' || hasChangedNothing(rotation)) && (
        <div>
          <Button variant="secondary" fillStyle="outline" onPress={onForget}>
            {phase === 'done' ? 'Rotate again' : 'Start over'}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface TrialNoticeProps {
  readonly trial: Trial;
  readonly onRemove: RemoveTrial;
  readonly onForget: () => void;
}

/** Names the temporary connection that was not deleted. */
function TrialNotice({ trial, onRemove, onForget }: TrialNoticeProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<Awaited<ReturnType<RemoveTrial>> | null>(null);
  const remove = async () => {
    setIsBusy(true);
    setOutcome(await onRemove(trial));
    setIsBusy(false);
  };
  return (
    <Notice
      variant="notice"
      heading={trial.id === null ? 'A temporary connection may exist' : 'A temporary connection was left'}
    >
      <p className={style({ margin: 0, overflowWrap: 'anywhere' })}>
        {`“${trial.name}”${trial.id === null ? ' was not found yet.' : ` has the ID ${trial.id}.`}`}
      </p>
      <Status>{outcome === null || isBusy ? '' : outcomes[outcome]}</Status>
      <div className={style({ marginTop: 8, display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <Button variant="secondary" isPending={isBusy} onPress={() => void remove()}>
          {trial.id === null ? 'Find and delete it' : 'Delete it'}
        </Button>
        {outcome === 'notFound' && (
          <Button variant="secondary" isDisabled={isBusy} onPress={onForget}>
            It does not exist
          </Button>
        )}
      </div>
    </Notice>
  );
}

const outcomes = {
  deleted: '',
  notDeleted: 'It could not be deleted. Check your token and the server, then try again.',
  notFound: 'It was not found. Before you confirm that, look for it in the list of connections.',
} as const;

const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  paddingY: 8,
  overflowWrap: 'anywhere',
});
