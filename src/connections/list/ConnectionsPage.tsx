import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { NeedsAccess } from '../../session/NeedsAccess.tsx';
import { useAccess } from '../../session/access.tsx';
import { displayName } from '../../ui/display-text.ts';
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx';
import { Notice } from '../../ui/layout/Notice.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { CopyNotice } from '../copy/CopyNotice.tsx';
import { RotationNotices } from '../rotate/RotationNotices.tsx';
import { ConnectionPages } from './ConnectionPages.tsx';
import { FoundConnections } from './FoundConnections.tsx';
import { SourceFilter } from './SourceFilter.tsx';
import { type ListSearch, findOrder, readListSearch, sortOrders } from './list-search.ts';
import { paths } from '../../session/paths.ts';

const route = getRouteApi(paths.connections);

interface ConnectionsPageProps {
  /** The page that asks for the values of a new connection. */
  readonly newAddress: string;
}

/** The list of the sandbox's connections with search, a filter and sorting. */
export function ConnectionsPage({ newAddress }: ConnectionsPageProps) {
  const access = useAccess();
  const { search = '', sort, source: specId } = route.useSearch();
  const navigate = route.useNavigate();
  const deletedName = useRouterState({ select: ({ location }) => location.state.deletedName });
  if (access === null) return <NeedsAccess heading="Connections" />;

  const order = findOrder(sort);
  const list = { access, specId: specId ?? null, order };
  const look = (changes: Readonly<Partial<Record<keyof ListSearch, string | undefined>>>) =>
    void navigate({ search: readListSearch({ search, sort, source: specId, ...changes }), replace: true });
  return (
    <Page
      heading="Connections"
      lead={`View and manage the connections in sandbox ${access.sandbox}.`}
      hasErrors={false}
      isWide
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
        {deletedName !== undefined && (
          <Notice variant="positive" heading="Connection deleted">
            {`“${displayName(deletedName, 100)}” was deleted from sandbox ${access.sandbox}.`}
          </Notice>
        )}
        <RotationNotices access={access} />
        <CopyNotice access={access} />
        <div
          className={style({
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 24,
            rowGap: 12,
          })}
        >
          <Button variant="accent" onPress={() => void navigate({ to: newAddress })}>
            New connection
          </Button>
          <TextLink to={paths.testConnections}>Test all connections</TextLink>
          <TextLink to={paths.exportConnections} search={readListSearch({ search, source: specId })}>
            Export connections
          </TextLink>
          <TextLink to={paths.copyConnections}>Copy connections</TextLink>
        </div>
        <div
          className={style({
            display: 'grid',
            gridTemplateColumns: { default: ['minmax(0, 1fr)'], sm: ['minmax(0, 1fr)', 224, 208] },
            gap: 16,
          })}
        >
          <SearchInput
            label="Search connections"
            help={'Name, source, description, address, state, ID or creator.'}
            text={search}
            onText={(text) => look({ search: text })}
          />
          <SourceFilter access={access} specId={specId ?? null} onChoose={(id) => look({ source: id })} />
          <ChoiceMenu
            label="Sort by"
            options={sortOrders}
            chosen={order.id}
            onChoose={(id) => look({ sort: id })}
          />
        </div>
        {search === '' ? <ConnectionPages {...list} /> : <FoundConnections {...list} text={search} />}
      </div>
    </Page>
  );
}
