import { useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import type { Access } from '../../session/access.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { CarryOver } from '../carry-over.ts';
import { sourceOf, useDefinition } from '../use-definition.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { ConnectionActions } from './ConnectionActions.tsx';
import { ConnectionFacts } from './ConnectionFacts.tsx';
import { ConnectionId } from './ConnectionId.tsx';
import { ConnectionTestPanel } from './ConnectionTestPanel.tsx';
import { DeleteButton } from './DeleteButton.tsx';
import { SampleNote } from './SampleNote.tsx';
import { StoredCheck } from './StoredCheck.tsx';
import { TableDetails } from '../tables/TableDetails.tsx';
import { TablesPending } from '../tables/TablesSection.tsx';
import { TestFact } from './TestFact.tsx';
import { TroubleHelp } from './TroubleHelp.tsx';
import { WhatNext } from './WhatNext.tsx';
import { useDeleteConnection } from './use-delete-connection.ts';
import { paths } from '../../session/paths.ts';

/** Loaded while the test runs, because a list for thousands of rows is a large module. */
const Tables = lazy(async () => {
  const { Tables: component } = await import('../tables/Tables.tsx');
  return { default: component };
});

interface ConnectionPartsProps {
  readonly access: Access;
  readonly connection: Connection;
  /** Whether the connection is still loading. */
  readonly isPending: boolean;
  /** Copies answers into the wizard and replaces its values. */
  readonly onCarryOver: CarryOver;
}

/**
 * The content of a connection page: details, actions and test result. Content that arrives late comes last, in the
 * order of its arrival, so that no clickable element moves.
 */
export function ConnectionParts({ access, connection, isPending, onCarryOver }: ConnectionPartsProps) {
  const { id } = connection;
  const definition = useDefinition(access, connection);
  const source = sourceOf(definition, connection);
  const navigate = useNavigate();
  const [path, setPath] = useState<string | null>(null);
  const [isKept, setIsKept] = useState(false);
  const deletion = useDeleteConnection(access);

  const note = <SampleNote connection={connection} />;
  const edit = () => void navigate({ to: paths.editConnection, params: { id } });
  const deleteButton = (label: string) => (
    <DeleteButton
      label={label}
      connection={connection}
      sandbox={access.sandbox}
      isPending={deletion.isPending}
      onDelete={() => deletion.mutate(connection)}
    />
  );
  return (
    <>
      {deletion.isError && (
        <ErrorPanel
          error={deletion.error}
          explanation={explainError(deletion.error, source)}
          onRetry={null}
          isAskedFor
        >
          {null}
        </ErrorPanel>
      )}
      <Card>
        <div>
          <ConnectionId id={id} />
          <TestFact access={access} id={id} />
        </div>
        <ConnectionFacts source={source} connection={connection} isPending={isPending} />
        <ConnectionActions
          source={source}
          connection={connection}
          onEdit={edit}
          onCarryOver={(answers) => definition !== null && onCarryOver(definition, answers)}
          deletion={deleteButton('Delete')}
        />
      </Card>
      <Card>
        <WhatNext access={access} source={source} connection={connection} path={path} />
      </Card>
      {source !== null && source.endpoint !== null && (
        <StoredCheck access={access} source={source} endpoint={source.endpoint} connection={connection} />
      )}
      <Card>
        <ConnectionTestPanel
          access={access}
          id={id}
          source={source}
          note={note}
          help={
            isKept ? null : (
              <TroubleHelp
                access={access}
                source={source}
                connection={connection}
                onFix={edit}
                deletion={deleteButton('Delete connection')}
                onKeep={() => setIsKept(true)}
              />
            )
          }
          onTestAgain={() => setIsKept(false)}
        />
      </Card>
      <Card>
        <Suspense fallback={<TablesPending note={note} />}>
          <Tables access={access} id={id} source={source} note={note} onPick={setPath} />
        </Suspense>
        {path !== null && <TableDetails key={path} access={access} id={id} source={source} path={path} />}
      </Card>
    </>
  );
}
