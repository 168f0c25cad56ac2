import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { type Access, useAccess } from '../../session/access.tsx';
import { displayName, longestHeading, shorten } from '../../ui/display-text.ts';
import { connectionQuery } from '../../api/queries.ts';
import type { CarryOver } from '../carry-over.ts';
import { toScope } from '../../create/attempt.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { ConnectionId } from './ConnectionId.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { ConnectionParts } from './ConnectionParts.tsx';
import { MissingConnection } from '../MissingConnection.tsx';
import { isNotFound } from '../is-not-found.ts';
import { findListed } from '../find-listed.ts';
import { UnfinishedRotation } from '../rotate/UnfinishedRotation.tsx';
import { rotations } from '../rotate/memory/rotations.ts';
import { paths } from '../../session/paths.ts';

const route = getRouteApi(paths.connection);

interface ConnectionPageProps {
  /** Copies answers into the wizard and replaces its values. */
  readonly onCarryOver: CarryOver;
}

/** The page of the connection whose ID is in the path. */
export function ConnectionPage({ onCarryOver }: ConnectionPageProps) {
  const { id } = route.useParams();
  const access = useAccess();
  return access === null ? (
    <NeedsAccess heading="Connection" />
  ) : (
    <KnownConnection key={id} id={id} access={access} onCarryOver={onCarryOver} />
  );
}

interface KnownConnectionProps extends ConnectionPageProps {
  readonly id: string;
  readonly access: Access;
}

function KnownConnection({ id, access, onCarryOver }: KnownConnectionProps) {
  const state = useRouterState({ select: ({ location }) => location.state });
  const queryClient = useQueryClient();
  // The connections of the rotation before the connection is read, which are compared with it.
  const [seen] = useState(() => new Set(rotations.read(toScope(access), id)?.connections));
  const {
    data: connection,
    error,
    isFetching,
    isFetchedAfterMount,
    refetch,
  } = useQuery({
    ...connectionQuery(access, id),
    placeholderData: () => findListed(queryClient, access, id),
  });
  // Nothing that the page offers works for a deleted connection.
  const isMissing = isNotFound(error);
  const isShown = connection !== undefined && !isMissing;
  const hasNotice = isShown && (state.isNew === true || state.isSaved === true);
  const wasFound = connection !== undefined || findListed(queryClient, access, id) !== undefined;
  const problem = (
    <MissingConnection
      access={access}
      id={id}
      error={error}
      wasFound={wasFound}
      onRetry={() => void refetch()}
    />
  );
  return (
    <Page
      heading={connection === undefined ? 'Connection' : displayName(connection.name, longestHeading)}
      lead={isShown && connection.description !== undefined ? shorten(connection.description, 1000) : null}
      hasErrors={error !== null}
      notice={hasNotice ? <ConnectionNotice done={state} access={access} connection={connection} /> : null}
      isPending={!isShown}
      isWide
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {(isShown || error !== null) && (
          <UnfinishedRotation
            access={access}
            id={id}
            read={readVersion(connection, error, isFetchedAfterMount)}
            seen={seen}
          />
        )}
        {!isShown ? (
          <>
            {problem}
            <Card>
              {error !== null && (
                <>
                  <ConnectionId id={id} />
                  <EmptyState
                    drawing="lost"
                    action={<TextLink to={paths.connections}>View connections</TextLink>}
                  />
                </>
              )}
              <Status>{isFetching ? 'Loading connection…' : ''}</Status>
              {error === null && <Placeholder of="list" />}
            </Card>
          </>
        ) : (
          <>
            <ConnectionParts
              access={access}
              connection={connection}
              isPending={isFetching}
              onCarryOver={onCarryOver}
            />
            {problem}
          </>
        )}
      </div>
    </Page>
  );
}

/** The version that the service returned after the page was opened, because an earlier one may not be the current one. */
function readVersion(connection: Connection | undefined, error: Error | null, isFetchedAfterMount: boolean) {
  if (error !== null) return null;
  return connection !== undefined && isFetchedAfterMount ? connection : 'reading';
}
