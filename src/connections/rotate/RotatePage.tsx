import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { connectionQuery } from '../../api/queries.ts';
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
import { whyNotCopied } from '../why-not-copied.ts';
import { isNotFound } from '../is-not-found.ts';
import { MissingConnection } from '../MissingConnection.tsx';
import { unknownParams } from '../unknown-params.ts';
import { isTargetReadable } from '../find-same-target.ts';
import { sourceOf, useDefinitionInTime } from '../use-definition.ts';
import { OtherRotated } from './OtherRotated.tsx';
import { RotationForm } from './RotationForm.tsx';
import { rotations } from './memory/rotations.ts';
import { useCandidates } from './candidates/use-candidates.ts';

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
  // The connections of the rotation before the list is read, which are compared with it.
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
  const definition = useDefinitionInTime(access, connection);
  const source =
    connection === undefined || definition === undefined ? null : sourceOf(definition, connection);
  const word = source === null ? null : nameSecret(source);
  const found = useCandidates(access, connection, source);
  // If there is an unfinished rotation, the page still shows what it did to the other connections.
  const isMissing = isNotFound(error) && rotations.read(toScope(access), id) === null;
  if (connection === undefined || isMissing || definition === undefined || found === 'reading') {
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
  if (source === null || word === null || found === null) {
    return (
      <Page heading="Rotate secret" lead={null} hasErrors={false}>
        The wizard does not support this connection’s source, or the source has no secret. Use the Flow
        Service API.
      </Page>
    );
  }
  const unknown = unknownParams(source, connection);
  if (unknown.length > 0) {
    return (
      <Page heading={`Rotate ${word}`} lead={null} hasErrors={false}>
        {`This connection has values that its source does not describe: ${shorten(unknown.join(', '), 300)}. A change would remove them. Use the Flow Service API.`}
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
  const { versions, listed, candidates } = found;
  return (
    <Page
      heading={`Rotate ${word}`}
      lead={`Replace the ${word} of the connections that you select. The new ${word} is tried first, with a temporary copy of “${displayName(connection.name, 100)}”.`}
      hasErrors={false}
    >
      <RotationForm
        access={access}
        source={source}
        model={connection}
        listed={listed}
        candidates={candidates}
        isHidden={!isTargetReadable(source, connection)}
        read={{ versions, seen }}
      />
    </Page>
  );
}

function describeUnknownMethod({ name }: Source, { auth }: Connection): string {
  const method = auth?.specName === undefined ? '' : ` “${shorten(auth.specName, 100)}”`;
  return `The wizard does not support the sign-in method${method} of this ${name} connection, so the new secret cannot be tried. Use the Flow Service API.`;
}
