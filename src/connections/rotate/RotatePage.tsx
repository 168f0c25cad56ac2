import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type AllConnections, isComplete, readAllConnections } from '../../api/all-connections.ts';
import { api } from '../../api/api.ts';
import { connectionQuery, scope } from '../../api/queries.ts';
import { toScope } from '../../create/attempt.ts';
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { type Access, useAccess } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { Source } from '../../sources/source.ts';
import { nameSecret } from '../../sources/secrets.ts';
import { displayName, shorten } from '../../ui/display-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { findCandidates } from './find-candidates.ts';
import { whyNotCopied } from '../why-not-copied.ts';
import { isNotFound } from '../is-not-found.ts';
import { MissingConnection } from '../MissingConnection.tsx';
import { unknownParams } from '../unknown-params.ts';
import { isTargetReadable } from '../find-same-target.ts';
import { sourceOf, useDefinitionInTime } from '../use-definition.ts';
import { OtherRotated } from './OtherRotated.tsx';
import { RotationForm } from './RotationForm.tsx';
import { type Version, listKnown } from './compare-versions.ts';
import { readVersions } from './read-versions.ts';
import { rotations } from './rotations.ts';
import { isTrialName } from './trial-name.ts';

const route = getRouteApi(paths.rotateSecret);

/** Replaces the secret of one connection, or of all that lead to the same target, without an outage. */
export function RotatePage() {
  const { id } = route.useParams();
  const access = useAccess();
  return access === null ? (
    <NeedsAccess heading="Rotate secret" />
  ) : (
    <KnownConnection key={id} id={id} access={access} />
  );
}

function KnownConnection({ id, access }: { readonly id: string; readonly access: Access }) {
  // They are compared with the list, which is read afterwards.
  const [seen] = useState(() => new Set(rotations.read(toScope(access), id)?.connections));
  // A reconnect must not change what the user has selected and entered.
  const {
    data: connection,
    error,
    refetch,
  } = useQuery({
    ...connectionQuery(access, id),
    refetchOnReconnect: false,
  });
  const specId = connection?.connectionSpec.id ?? '';
  const isKnown = connection !== undefined;
  const definition = useDefinitionInTime(access, connection);
  const list = useQuery({ ...candidatesQuery(access, id, specId), enabled: isKnown });
  const source =
    connection === undefined || definition === undefined ? null : sourceOf(definition, connection);
  const word = source === null ? null : nameSecret(source);
  const isListed = list.data !== undefined || list.isError;
  // What an unfinished rotation did to the other connections stays visible.
  const isMissing = isNotFound(error) && rotations.read(toScope(access), id) === null;
  if (connection === undefined || isMissing || definition === undefined || !isListed) {
    return (
      <Page heading="Rotate secret" lead={null} hasErrors={error !== null}>
        <MissingConnection
          access={access}
          id={id}
          error={error}
          wasFound={connection !== undefined}
          onRetry={() => void refetch()}
        />
        <Status>{error === null ? 'Loading connection…' : ''}</Status>
        {error !== null && <OtherRotated access={access} id={id} />}
      </Page>
    );
  }
  if (source === null && definition !== null) {
    return (
      <Page heading="Rotate secret" lead={null} hasErrors={false}>
        {describeUnknownMethod(definition.source, connection)}
      </Page>
    );
  }
  if (source === null || word === null) {
    return (
      <Page heading="Rotate secret" lead={null} hasErrors={false}>
        The wizard knows no secret of this connection’s source. Use the Flow Service API.
      </Page>
    );
  }
  const unknown = unknownParams(source, connection);
  if (unknown.length > 0) {
    return (
      <Page heading={`Rotate ${word}`} lead={null} hasErrors={false}>
        {`This connection has values that the wizard does not know, and a change would remove them: ${shorten(unknown.join(', '), 300)}. Use the Flow Service API.`}
      </Page>
    );
  }
  // The temporary connection gets its own name and no description, so those of this one need not be valid.
  const reason = whyNotCopied(source, { ...connection, name: 'Trial', description: '' });
  if (reason !== null) {
    return (
      <Page heading={`Rotate ${word}`} lead={null} hasErrors={false}>
        {`The new ${word} cannot be tried with a copy of this connection. ${reason}`}
      </Page>
    );
  }
  const all = list.data?.connections ?? [];
  return (
    <Page
      heading={`Rotate ${word}`}
      lead={`Replaces the ${word} of “${displayName(connection.name, 100)}”, and of other connections to the same database. The new ${word} is tried first, with a temporary connection.`}
      hasErrors={false}
    >
      <RotationForm
        access={access}
        source={source}
        model={connection}
        listed={readListed(list.data)}
        candidates={findCandidates(source, connection, withModel(all.filter(isNoTrial), connection))}
        hidden={isTargetReadable(source, connection) ? null : word}
        read={{ versions: list.data?.versions ?? noVersions, seen }}
      />
    </Page>
  );
}

const noVersions: ReadonlyMap<string, Version> = new Map();

/**
 * The connections of this spec, and the versions of those in the rotation that includes the connection. The list is not shared with other pages, because a connection that another page adds to it
 * would be selected without being seen.
 */
function candidatesQuery(access: Access, id: string, specId: string) {
  return queryOptions({
    queryKey: [...scope(access), 'rotated', id, specId],
    async queryFn({ signal }) {
      const list = await readAllConnections(access, specId, signal);
      const rotation = rotations.read(toScope(access), id);
      const known = rotation === null ? [] : listKnown(rotation);
      // What cannot be read is compared when the rotation continues.
      const read = await readVersions(api(access), list.connections, known, signal).catch(() => noVersions);
      const listed = list.connections.map(({ id, etag }) => [id, { etag }] as const);
      return { ...list, versions: new Map([...listed, ...read]) };
    },
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

function describeUnknownMethod({ name }: Source, { auth }: Connection): string {
  const method = auth?.specName === undefined ? '' : ` “${shorten(auth.specName, 100)}”`;
  return `The wizard does not know the sign-in method${method} of this ${name} connection, so the new secret cannot be tried. Use the Flow Service API.`;
}

/** A temporary connection will be deleted, so it needs no new secret. */
function isNoTrial({ name }: { readonly name: string }): boolean {
  return !isTrialName(name);
}

function readListed(list: AllConnections | undefined) {
  if (list === undefined) return 'none';
  return isComplete(list) ? 'all' : 'some';
}

/** Adds the model, which may be missing because the list has only the newest connections. */
function withModel<Item extends { readonly id: string }>(items: readonly Item[], model: Item) {
  return [model, ...items.filter(({ id }) => id !== model.id)];
}
