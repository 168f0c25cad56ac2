import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Attempt } from '../../create/attempt.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { describeTime } from '../../ui/describe-time.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import { paths } from '../../session/paths.ts';

interface FoundByNameProps {
  readonly attempt: Attempt;
  readonly connections: readonly Connection[];
  readonly onOpen: () => void;
  /** null when there is no request to send. */
  readonly onTryAgain: (() => void) | null;
  readonly onStop: () => void;
}

const text = style({ margin: 0 });

/**
 * Asks whether a connection of the same name is the one whose answer was lost. Its readable fields cannot show that.
 */
export function FoundByName({ attempt, connections, onOpen, onTryAgain, onStop }: FoundByNameProps) {
  return (
    <>
      <p className={text}>
        The response was lost. The sandbox has {connections.length === 1 ? 'a connection' : 'connections'}{' '}
        named “{attempt.name}” that your request may have created. Adobe’s details are not enough to confirm
        this. Creating again may make a duplicate.
      </p>
      <ul className={style({ margin: 0, marginTop: 8, paddingStart: 20, overflowWrap: 'anywhere' })}>
        {connections.map((connection) => (
          <li key={connection.id}>
            {describe(connection)}{' '}
            <TextLink to={paths.connection} params={{ id: connection.id }} onClick={onOpen}>
              Open connection
            </TextLink>
          </li>
        ))}
      </ul>
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 12 })}>
        {onTryAgain !== null && (
          <Button variant="secondary" onPress={onTryAgain}>
            Create again
          </Button>
        )}
        <Button variant="secondary" onPress={onStop}>
          Stop trying
        </Button>
      </div>
    </>
  );
}

function describe({ id, createdAt, createdBy }: Connection): string {
  const facts = [
    `ID ${id}`,
    ...(createdAt === undefined ? [] : [`created ${describeTime(createdAt)}`]),
    ...(createdBy === undefined ? [] : [`by ${createdBy}`]),
  ];
  return `${facts.join(', ')}.`;
}
