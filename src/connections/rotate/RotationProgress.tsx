import { Button } from '@react-spectrum/s2/Button';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useMemo, useState } from 'react';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import type { Access } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { Notice } from '../../ui/layout/Notice.tsx';
import { CredentialsLink } from '../CredentialsLink.tsx';
import { isOfCredentials } from '../is-of-credentials.ts';
import { explainStop } from './explain-stop.ts';
import { hasOtherCredentials } from './refused-credentials.ts';
import { askSecret } from './stop-words.ts';
import { TrialActions } from './TrialActions.tsx';
import { joinLabel, labelConnections, quoteLabel } from './connection-labels.ts';
import { describeSecretState } from './rotation-words.ts';
import { type Rotation, canBeLeftOut, hasChangedNothing, isRunning, needsAttention } from './run/rotation.ts';

interface RotationProgressProps {
  readonly access: Access;
  /** The source of the connection on whose page this is. */
  readonly source: Source;
  readonly rotation: Rotation;
  readonly onLeaveOut: (id: string) => void;
  readonly onEnd: () => void;
  readonly onReset: () => void;
}

/** The number of connections that are drawn at first and added by each click. */
const portion = 50;

/** Shows which secret each connection has, and why the rotation stopped. */
export function RotationProgress(props: RotationProgressProps) {
  const { access, source, rotation, onLeaveOut, onEnd, onReset } = props;
  const { connections, trials, stop, phase } = rotation;
  const [count, setCount] = useState(portion);
  const shown = connections.filter((connection, place) => place < count || needsAttention(connection));
  const labelOf = useMemo(() => labelConnections(connections), [connections]);
  const error = stop !== null && 'error' in stop ? stop.error : null;
  return (
    <>
      {error !== null && <StopError access={access} error={error} source={source} rotation={rotation} />}
      <ul className={style({ margin: 0, padding: 0, listStyleType: 'none' })}>
        {shown.map((connection) => (
          <Row
            key={connection.id}
            id={connection.id}
            label={joinLabel(labelOf(connection))}
            quoted={quoteLabel(labelOf(connection))}
            {...describeSecretState(source, connection)}
            onLeaveOut={canBeLeftOut(rotation, connection) ? onLeaveOut : null}
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
          <Notice
            key={trial.name}
            variant="notice"
            heading={
              trial.id === null ? 'A temporary connection may exist' : 'A temporary connection was left'
            }
          >
            <TrialActions access={access} specId={rotation.target.specId} trial={trial} />
          </Notice>
        ))}
      {(phase === 'done' || hasChangedNothing(rotation)) && (
        <div>
          <Button variant="secondary" fillStyle="outline" onPress={onReset}>
            {phase === 'done' ? 'Rotate again' : 'Start over'}
          </Button>
        </div>
      )}
      {phase === 'stopped' && !hasChangedNothing(rotation) && (
        <div>
          <Button variant="secondary" fillStyle="outline" onPress={onEnd}>
            End rotation
          </Button>
        </div>
      )}
    </>
  );
}

interface StopErrorProps {
  readonly access: Access;
  readonly error: Error;
  readonly source: Source;
  readonly rotation: Rotation;
}

/** Says why the rotation stopped. */
function StopError({ access, error, source, rotation }: StopErrorProps) {
  const explanation = explainStop(error, source, rotation.goal);
  const secret = nameSecret(source);
  if (isOfCredentials(explanation) && hasOtherCredentials(error, access)) {
    return (
      <p className={style({ margin: 0 })}>
        {`You changed the credentials. ${askSecret(rotation, secret ?? 'secret')}`}
      </p>
    );
  }
  return (
    <ErrorPanel error={error} source={source} explanation={explanation} onRetry={null} isAskedFor>
      <CredentialsLink explanation={explanation} secret={secret} />
    </ErrorPanel>
  );
}

/** During a rotation, only the row that changes is drawn. */
const Row = memo(function Row({ id, label, quoted, word, variant, onLeaveOut }: RowProps) {
  return (
    <li className={line}>
      <TextLink to={paths.connection} params={{ id }}>
        {label}
      </TextLink>
      <StatusLight size="L" variant={variant}>
        {word}
      </StatusLight>
      {onLeaveOut !== null && (
        <Button variant="secondary" size="S" onPress={() => onLeaveOut(id)}>
          {`Leave out ${quoted}`}
        </Button>
      )}
    </li>
  );
});

interface RowProps extends ReturnType<typeof describeSecretState> {
  readonly id: string;
  /** The name of the connection. */
  readonly label: string;
  /** The same in a sentence. */
  readonly quoted: string;
  /** null while the connection cannot be left out. */
  readonly onLeaveOut: ((id: string) => void) | null;
}

const line = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    md: ['minmax(0, 2fr)', 'minmax(0, 3fr)', 'minmax(0, 2fr)'],
  },
  justifyItems: 'start',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  paddingY: 8,
  overflowWrap: 'anywhere',
});
