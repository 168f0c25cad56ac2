import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, Suspense, lazy, useRef, useState } from 'react';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import type { Access } from '../../session/access.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { CarryOver } from '../carry-over.ts';
import { describeLeft } from '../describe-left.ts';
import { sourceOf, useDefinition } from '../use-definition.ts';
import { NoCheck } from '../../source-form/check/ServerNotes.tsx';
import { findSource } from '../../sources/find-source.ts';
import { readSourceKind } from '../../sources/live/source-kind.ts';
import { focusFrame } from '../../ui/focus/keep-focus.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { ConnectionActions } from './ConnectionActions.tsx';
import { ConnectionFacts } from './ConnectionFacts.tsx';
import { ConnectionHero } from './ConnectionHero.tsx';
import { ConnectionTestPanel } from './ConnectionTestPanel.tsx';
import { SampleNote } from './SampleNote.tsx';
import { StoredCheck } from './StoredCheck.tsx';
import { TableDetails } from '../tables/TableDetails.tsx';
import { TableHint } from '../tables/TableHint.tsx';
import { TablesPending } from '../tables/TablesSection.tsx';
import { TroubleHelp } from './TroubleHelp.tsx';
import { describeMissingUsers, stillExistsWords } from './delete-words.ts';
import { TrialNotice } from '../trials/TrialNotice.tsx';
import { WhatNext } from './WhatNext.tsx';
import { useDeleteQuestion } from './use-delete-question.tsx';
import { isInUse, useDeleteConnection } from './use-delete-connection.ts';
import { CredentialsLink } from '../CredentialsLink.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { UsedBy } from '../usage/UsedBy.tsx';
import { UserRegion } from '../usage/UserRegion.tsx';
import { useUsage } from '../usage/use-usage.ts';
import { paths } from '../../session/paths.ts';

/** Loaded while the test runs, because a list for thousands of rows is a large module. */
const Tables = lazy(async () => {
  const { Tables: component } = await import('../tables/Tables.tsx');
  return { default: component };
});

/** The tables at the left, and the chosen one at the right, or below where there is no room. */
const panes = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], lg: [320, 'minmax(0, 1fr)'] },
  gap: 24,
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
  const usage = useUsage(access);
  const question = useDeleteQuestion({ access, connection, usage, deletion });
  const users = usage.data?.usersOf(id);
  const test = useRef<HTMLDivElement>(null);
  const tables = useRef<HTMLDivElement>(null);

  const deletionProblem = explainError(deletion.error, source);
  const note = <SampleNote connection={connection} />;
  const edit = () => void navigate({ to: paths.editConnection, params: { id } });
  const deleteButton = (label: string) => (
    <Button variant="negative" fillStyle="outline" isPending={deletion.isPending} onPress={question.ask}>
      {label}
    </Button>
  );
  return (
    <>
      {deletion.error !== null && (
        <ErrorPanel
          error={deletion.error}
          source={source}
          explanation={deletionProblem}
          onRetry={null}
          isAskedFor
        >
          {deletion.stillExists && <p className={style({ margin: 0 })}>{stillExistsWords}</p>}
          {isInUse(deletion.error) && (
            <>
              {/* Its place is reserved, so that nothing moves when everything could be loaded. */}
              <div className={style({ minHeight: 24 })}>
                <Status>{describeMissingUsers(usage, id)}</Status>
              </div>
              {users !== undefined && <UserRegion users={users} />}
            </>
          )}
          <CredentialsLink explanation={deletionProblem} secret={null} />
        </ErrorPanel>
      )}
      <TrialNotice
        name={connection.name}
        users={users}
        deletion={deleteButton('Delete temporary connection')}
      />
      <Card>
        <ConnectionHero
          access={access}
          connection={connection}
          source={source}
          onChooseTable={() => showSection(tables)}
          onShowTest={() => showSection(test)}
        />
      </Card>
      <Card>
        <ConnectionFacts source={source} connection={connection} isPending={isPending} />
        <ConnectionActions
          source={source}
          connection={connection}
          sandbox={access.sandbox}
          onEdit={edit}
          onCarryOver={(answers) => {
            if (definition === null || source === null) return;
            onCarryOver(definition, answers, describeLeft(source, connection));
          }}
          deletion={deleteButton('Delete')}
        />
      </Card>
      <Card>
        <WhatNext
          access={access}
          source={source}
          kind={readSourceKind(definition?.spec ?? null, findSource(connection) !== null)}
          connection={connection}
          path={path}
          onChooseTable={() => showSection(tables)}
        />
      </Card>
      {source !== null && source.endpoint === null && (
        <Card>
          <NoCheck source={source} />
        </Card>
      )}
      {source !== null && source.endpoint !== null && (
        <StoredCheck access={access} source={source} endpoint={source.endpoint} connection={connection} />
      )}
      <div ref={test}>
        <Card>
          <ConnectionTestPanel
            access={access}
            connection={connection}
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
      </div>
      <Card>
        <UsedBy usage={usage} id={id} />
      </Card>
      <div ref={tables}>
        <Card>
          <div className={panes}>
            <Suspense fallback={<TablesPending note={note} />}>
              <Tables access={access} connection={connection} source={source} note={note} onPick={setPath} />
            </Suspense>
            {path === null ? (
              <TableHint access={access} connection={connection} />
            ) : (
              <TableDetails key={path} access={access} connection={connection} source={source} path={path} />
            )}
          </div>
        </Card>
      </div>
      {question.dialog}
      {/* The error is below everything else, so that it moves nothing. */}
      <ReadProblem
        error={usage.error ?? usage.data?.failure ?? null}
        source={null}
        onRetry={() => void usage.refetch()}
      />
    </>
  );
}

/** Scrolls to a section that is further down and gives it the focus. */
function showSection({ current: card }: RefObject<HTMLDivElement | null>): void {
  const section = card?.querySelector('section');
  if (!section) return;
  focusFrame(section);
  section.scrollIntoView();
}
