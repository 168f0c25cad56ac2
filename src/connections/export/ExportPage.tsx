import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isComplete } from '../../api/all-connections.ts';
import { connectionSpecsQuery } from '../../api/queries.ts';
import { type ReadableConnections, readableConnectionsQuery } from '../../api/readable-connections.ts';
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { type Access, useAccess } from '../../session/access.tsx';
import { paths } from '../../session/paths.ts';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Placeholder } from '../../ui/layout/Placeholder.tsx';
import { Status } from '../../ui/layout/Status.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { IncompleteList } from '../list/IncompleteList.tsx';
import { SourceFilter } from '../list/SourceFilter.tsx';
import { type ListSearch, readListSearch } from '../list/list-search.ts';
import { searchConnections } from '../list/search-connections.ts';
import { splitTrials } from '../trials/trial-name.ts';
import { LeftOutTrials } from '../trials/LeftOutTrials.tsx';
import { ReadProblem } from '../ReadProblem.tsx';
import { useSourceNames } from '../use-source-names.ts';
import { countConnections } from '../count-connections.ts';
import { ExportedText } from './ExportedText.tsx';

const route = getRouteApi(paths.exportConnections);

/** Exports the connections of the sandbox, or those that a search finds. */
export function ExportPage() {
  const access = useAccess();
  if (access === null) return <NeedsAccess heading={heading} />;
  return (
    <Page
      heading={heading}
      lead={`Copy or download the connections of sandbox ${access.sandbox}. Secrets are left out.`}
      hasErrors={false}
      isWide
    >
      <ChosenConnections access={access} />
    </Page>
  );
}

const heading = 'Export connections';

function ChosenConnections({ access }: { readonly access: Access }) {
  const { search = '', source: specId = null } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: all, error, isPending, refetch } = useQuery(readableConnectionsQuery(access));
  // Adobe's definitions say which values are secrets. Without them, the documented definitions are used.
  const specs = useQuery(connectionSpecsQuery(access));
  const nameSource = useSourceNames(access);
  const isLoading = isPending || specs.isPending;
  const found =
    all === undefined || isLoading
      ? null
      : splitTrials(
          searchConnections(
            all.connections.filter(({ connectionSpec }) => specId === null || connectionSpec.id === specId),
            search,
            'newest',
            nameSource,
          ),
        );
  const chosen = found?.others ?? null;
  const look = (changes: Readonly<Partial<Record<keyof ListSearch, string | undefined>>>) =>
    void navigate({
      search: readListSearch({ search, source: specId ?? undefined, ...changes }),
      replace: true,
    });
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
      <div
        className={style({
          display: 'grid',
          gridTemplateColumns: { default: ['minmax(0, 1fr)'], sm: ['minmax(0, 1fr)', 224] },
          gap: 16,
        })}
      >
        <SearchInput
          label="Search connections"
          help="Only the connections that are found are exported."
          text={search}
          onText={(text) => look({ search: text })}
        />
        <SourceFilter access={access} specId={specId} onChoose={(id) => look({ source: id })} />
      </div>
      <Status>{isLoading ? 'Loading connections…' : describe(chosen?.length, all)}</Status>
      {isLoading && <Placeholder of="list" />}
      {all !== undefined && (
        <IncompleteList heading="The export is incomplete" all={all} onRetry={() => void refetch()} />
      )}
      <LeftOutTrials trials={found?.trials ?? []} pageDoes="exported" />
      {chosen !== null && chosen.length > 0 && (
        <ExportedText access={access} connections={chosen} specs={specs.data?.items ?? []} />
      )}
      {chosen?.length === 0 && (
        <EmptyState
          drawing={all?.connections.length === 0 ? 'connections' : 'search'}
          action={<TextLink to={paths.connections}>View connections</TextLink>}
        />
      )}
      <ReadProblem source={null} error={error} onRetry={() => void refetch()} />
    </div>
  );
}

function describe(chosen: number | undefined, list: ReadableConnections | undefined): string {
  if (chosen === undefined || list === undefined) return '';
  if (list.connections.length === 0) return isComplete(list) ? 'No connections yet.' : '';
  const all = splitTrials(list.connections).others.length;
  if (all === 0) return 'No connections to export.';
  const count = countConnections(all);
  if (chosen === 0) return `No matches in ${count}.`;
  return chosen === all ? `${count} selected.` : `${chosen.toLocaleString('en-US')} of ${count} selected.`;
}
