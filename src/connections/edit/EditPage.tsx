import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { type Access, useAccess } from '../../session/access.tsx';
import { connectionQuery } from '../../api/queries.ts';
import { sourceOf, useDefinitionInTime } from '../use-definition.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { EditForm } from './EditForm.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import type { EditDrafts } from './edit-draft.ts';
import { paths } from '../../session/paths.ts';

const route = getRouteApi(paths.editConnection);

interface EditPageProps {
  /** Keep the edits of connections when the user leaves the page. */
  readonly drafts: EditDrafts;
}

/** The page that edits a connection or replaces its secrets. */
export function EditPage({ drafts }: EditPageProps) {
  const { id } = route.useParams();
  const access = useAccess();
  return access === null ? (
    <NeedsAccess heading="Edit connection" />
  ) : (
    <KnownConnection key={id} id={id} access={access} drafts={drafts} />
  );
}

interface KnownConnectionProps extends EditPageProps {
  readonly id: string;
  readonly access: Access;
}

function KnownConnection({ id, access, drafts }: KnownConnectionProps) {
  const { data, error, isFetchedAfterMount, refetch } = useQuery({
    ...connectionQuery(access, id),
    // An edit starts with the current version from the service, even if the page has a cached one.
    refetchOnMount: 'always',
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  const connection = isFetchedAfterMount ? data : undefined;
  const definition = useDefinitionInTime(access, connection);
  const source =
    connection === undefined || definition === undefined ? null : sourceOf(definition, connection);
  if (connection !== undefined && source !== null && error === null) {
    return (
      <EditForm
        access={access}
        source={source}
        spec={definition?.spec ?? null}
        connection={connection}
        draft={drafts.of(id)}
      />
    );
  }
  return (
    <Page heading="Edit connection" lead={null} hasErrors={error !== null}>
      <div className={style({ font: 'body' })}>
        <ReadProblem error={error} source={null} onRetry={() => void refetch()} />
        <Status>{definition === undefined && error === null ? 'Loading connection…' : ''}</Status>
        {definition !== undefined &&
          'The wizard does not support this connection’s source or sign-in method. To edit the connection, use the Flow Service API.'}
      </div>
    </Page>
  );
}
