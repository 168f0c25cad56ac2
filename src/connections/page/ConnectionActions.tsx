import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { nameSecret } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { shorten } from '../../ui/display-text.ts';
import { paths, toSourceAddress } from '../../session/paths.ts';

interface ConnectionActionsProps {
  /** null when the connection belongs to an unsupported source. Such a connection can only be deleted. */
  readonly source: Source | null;
  readonly connection: Connection;
  /** The sandbox of the connection. */
  readonly sandbox: string;
  readonly onEdit: () => void;
  /** Copies answers into the wizard and replaces its values. */
  readonly onCarryOver: (answers: SourceAnswers) => void;
  /** The Delete button. */
  readonly deletion: ReactNode;
}

/** The actions of a connection. */
export function ConnectionActions(props: ConnectionActionsProps) {
  const { source, connection, sandbox, onEdit, onCarryOver, deletion } = props;
  const navigate = useNavigate();
  const secret = source === null ? null : nameSecret(source);
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
      {source !== null && (
        <>
          <Button variant="secondary" onPress={onEdit}>
            Edit
          </Button>
          {secret !== null && (
            <Button
              variant="secondary"
              onPress={() => void navigate({ to: paths.rotateSecret, params: { id: connection.id } })}
            >
              {`Rotate ${secret}`}
            </Button>
          )}
          <Button
            variant="secondary"
            onPress={() => {
              const answers = fromConnection(source, connection);
              onCarryOver({ ...answers, name: answers.name === '' ? '' : `${answers.name} (copy)` });
              void navigate({ to: toSourceAddress(source) });
            }}
          >
            Duplicate
          </Button>
          <Button
            variant="secondary"
            onPress={() => {
              onCarryOver(fromConnection(source, connection));
              void navigate({
                to: paths.platform,
                hash: 'sandbox',
                state: {
                  copy: {
                    lead: `Copy of “${shorten(connection.name, 100)}” from sandbox ${sandbox}. Choose another sandbox.`,
                    originalSandbox: sandbox,
                  },
                },
              });
            }}
          >
            Copy to another sandbox
          </Button>
          <Button
            variant="secondary"
            onPress={() => void navigate({ to: paths.copyConnections, search: { id: connection.id } })}
          >
            Copy to several sandboxes
          </Button>
        </>
      )}
      {deletion}
    </div>
  );
}
