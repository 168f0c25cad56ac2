import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useState } from 'react';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainBesideSecrets } from '../../errors/explain-error.ts';
import { paths, toRotateAddress } from '../../session/paths.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { displayName } from '../../ui/display-text.ts';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { CredentialsLink } from '../CredentialsLink.tsx';
import { describeRemoval, describeSecretState } from './rotation-words.ts';
import {
  type Rotation,
  type Trial,
  type TrialRemoval,
  hasChangedNothing,
  isRunning,
  needsAttention,
} from './rotation.ts';

/** Deletes the temporary connection, or looks for it. */
type RemoveTrial = (trial: Trial) => Promise<TrialRemoval>;

interface RotationProgressProps {
  /** The connection on whose page this is. */
  readonly pageId: string;
  readonly source: Source;
  readonly rotation: Rotation;
  readonly onRemoveTrial: RemoveTrial;
  readonly onDismissTrial: (trial: Trial) => void;
  readonly onReset: () => void;
}

/** The number of connections that are drawn at first and added by each click. */
const portion = 50;

/** Says of each connection which secret it has, and why the rotation stopped. */
export function RotationProgress(props: RotationProgressProps) {
  const { pageId, source, rotation, onRemoveTrial, onDismissTrial, onReset } = props;
  const { connections, trials, stop, phase } = rotation;
  const [count, setCount] = useState(portion);
  const shown = connections.filter((connection, place) => place < count || needsAttention(connection));
  const error = stop !== null && 'error' in stop ? stop.error : null;
  return (
    <>
      {error !== null && <StopError error={error} source={source} pageId={pageId} />}
      <ul className={style({ margin: 0, padding: 0, listStyleType: 'none' })}>
        {shown.map((connection) => (
          <Row
            key={connection.id}
            id={connection.id}
            name={connection.name}
            {...describeSecretState(source, connection)}
          />
        ))}
      </ul>
      {shown.length < connections.length && (
        <div>
          <Button variant="secondary" size="S" onPress={() => setCount(count + portion)}>
            Show more
          </Button>
        </div>
      )}
      {!isRunning(rotation) &&
        trials.map((trial) => (
          <TrialNotice
            key={trial.name}
            trial={trial}
            onRemove={onRemoveTrial}
            onDismiss={() => onDismissTrial(trial)}
          />
        ))}
      {(phase === 'done' || hasChangedNothing(rotation)) && (
        <div>
          <Button variant="secondary" fillStyle="outline" onPress={onReset}>
            {phase === 'done' ? 'Rotate again' : 'Start over'}
          </Button>
        </div>
      )}
    </>
  );
}

interface StopErrorProps extends Pick<RotationProgressProps, 'source' | 'pageId'> {
  readonly error: Error;
}

/** Says why the rotation stopped. */
function StopError({ error, source, pageId }: StopErrorProps) {
  const explanation = explainBesideSecrets(error, source);
  const { field } = explanation;
  return (
    <ErrorPanel error={error} source={source} explanation={explanation} onRetry={null} isAskedFor>
      {field !== null && !field.startsWith('params.') && (
        <CredentialsLink field={field} next={toRotateAddress(pageId)} secret={nameSecret(source)} />
      )}
    </ErrorPanel>
  );
}

/** During a rotation, only the row that changes is drawn. */
const Row = memo(function Row({ id, name, word, variant }: RowProps) {
  return (
    <li className={line}>
      <TextLink to={paths.connection} params={{ id }}>
        {displayName(name, 100)}
      </TextLink>
      <StatusLight size="S" variant={variant}>
        {word}
      </StatusLight>
    </li>
  );
});

interface RowProps extends ReturnType<typeof describeSecretState> {
  readonly id: string;
  readonly name: string;
}

interface TrialNoticeProps {
  readonly trial: Trial;
  readonly onRemove: RemoveTrial;
  readonly onDismiss: () => void;
}

/** Names the temporary connection that was not deleted. */
function TrialNotice({ trial, onRemove, onDismiss }: TrialNoticeProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<TrialRemoval | null>(null);
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
        {`“${displayName(trial.name)}”${trial.id === null ? ' may exist, because the response to its creation was lost.' : ` has the ID ${trial.id}.`}`}
      </p>
      <Status>{outcome === null || isBusy ? '' : describeRemoval(outcome)}</Status>
      <div className={style({ marginTop: 8, display: 'flex', flexWrap: 'wrap', gap: 8 })}>
        <Button variant="secondary" isPending={isBusy} onPress={() => void remove()}>
          {trial.id === null ? 'Find and delete it' : 'Delete it'}
        </Button>
        {(outcome === 'notFound' || outcome === 'notFoundInPart') && (
          <Button variant="secondary" isDisabled={isBusy} onPress={onDismiss}>
            It does not exist
          </Button>
        )}
      </div>
    </Notice>
  );
}

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
