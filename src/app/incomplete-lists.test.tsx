import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { prerender } from 'react-dom/static';
import { expect, it } from 'vitest';
import { type AllConnections, allConnectionsQuery } from '../api/all-connections.ts';
import { connectionQuery, connectionSpecsQuery, connectionsQuery, scope } from '../api/queries.ts';
import { readableConnectionsQuery } from '../api/readable-connections.ts';
import { specInTimeQuery } from '../api/spec-in-time.ts';
import { usageQuery } from '../api/usage-query.ts';
import { findOrder } from '../connections/list/list-search.ts';
import { sandboxesQuery } from '../api/sandboxes-query.ts';
import type { ConnectionPage } from '../flow-service/client.ts';
import type { SandboxList } from '../flow-service/list-sandboxes.ts';
import type { Usage } from '../flow-service/list-usage.ts';
import { flowPage } from '../flow-service/schemas/usage.ts';
import { environmentQuery } from '../session/environment-query.ts';
import { catalog } from '../sources/catalog.ts';
import { defineDocumented } from '../sources/live/definition.ts';
import { heldConnection } from '../testing/create-fixture.ts';
import { adobeEnvironment } from '../testing/environment-fixture.ts';
import { createWizard } from '../wizard/create-wizard.ts';
import { App } from './App.tsx';
import { createAppRouter } from './router.tsx';

const access = { credentials: null, sandbox: 'prod' };
const [phoenix] = catalog;
const sales = heldConnection({
  id: 'sales',
  name: 'Sales',
  auth: { specName: phoenix.authMethods[0]?.specName ?? '', params: heldConnection({}).auth?.params ?? {} },
});
const specId = phoenix.connectionSpec.id;

interface Answers {
  readonly page?: Partial<ConnectionPage>;
  readonly all?: Partial<AllConnections>;
  readonly sandboxes?: Partial<SandboxList>;
  readonly usage?: Partial<Usage>;
}

/** The text of a page after Adobe has sent these lists, which are complete where nothing else is given. */
async function show(path: string, { page, all, sandboxes, usage }: Answers): Promise<string> {
  const queryClient = new QueryClient();
  queryClient.setQueryData(environmentQuery.queryKey, adobeEnvironment);
  const list = { connections: [sales], unreadable: 0, hasMore: false, ...all };
  queryClient.setQueryData(connectionsQuery(access, null, findOrder(undefined).orderBy).queryKey, {
    pages: [{ connections: [sales], unreadable: 0, continuationToken: null, hasOddLink: false, ...page }],
    pageParams: [null],
  });
  queryClient.setQueryData(allConnectionsQuery(access, null).queryKey, list);
  queryClient.setQueryData([...scope(access), 'rotated', sales.id, specId], list);
  queryClient.setQueryData(readableConnectionsQuery(access).queryKey, { ...list, failure: null, total: 500 });
  queryClient.setQueryData(connectionQuery(access, sales.id).queryKey, sales);
  queryClient.setQueryData(connectionSpecsQuery(access).queryKey, { items: [], unreadable: 0 });
  queryClient.setQueryData(specInTimeQuery(queryClient, access, specId).queryKey, null);
  queryClient.setQueryData(sandboxesQuery(null).queryKey, {
    items: [{ name: 'dev' }],
    unreadable: 0,
    hasMore: false,
    ...sandboxes,
  });
  queryClient.setQueryData(usageQuery(access).queryKey, {
    flows: [],
    sourceConnections: [],
    extent: { flows: 'all', sourceConnections: 'all' },
    failure: null,
    ...usage,
  });
  const { wizards, platform, close } = createWizard(defineDocumented(phoenix), null);
  platform.set({ ...platform.get(), sandbox: 'prod' });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createAppRouter({ queryClient, wizards, platform }, history);
  await router.load();
  const { prelude } = await prerender(
    <App queryClient={queryClient} router={router} wizards={wizards} platform={platform} />,
  );
  const html = await new Response(prelude).text();
  close();
  queryClient.clear();
  return html.replaceAll(/<(style|script)[^]*?<\/\1>|<!--[^]*?-->/g, '').replaceAll(/<[^>]*>/g, ' ');
}

const list = '/connections';
const copy = '/connections/copy';
const rotate = '/connections/sales/rotate';
const { items: flows } = flowPage.parse({
  items: [
    { id: 'f', inheritedAttributes: { sourceConnections: [{ id: 's', baseConnection: { id: 'sales' } }] } },
  ],
});

it.each<[string, Answers, string]>([
  [list, { page: { hasOddLink: true } }, '1 connection. More connections exist but could not be loaded.'],
  [list, { page: { unreadable: 2 } }, '2 connections are not shown because they could not be read.'],
  [`${list}?search=sales`, { all: { hasMore: true } }, '1 of the newest 1 connection.'],
  [`${list}?search=sales`, { all: { unreadable: 1 } }, '1 connection is not shown'],
  [list, { usage: { flows, extent: { flows: 'all', sourceConnections: 'some' } } }, 'At least 1 dataflow'],
  [copy, { all: { hasMore: true } }, 'Only the newest 1 of 500 connections could be loaded.'],
  [copy, { sandboxes: { unreadable: 1 } }, '1 sandbox is not shown because it could not be read.'],
  [copy, { sandboxes: { hasMore: true } }, 'More sandboxes exist but could not be loaded.'],
  [rotate, { all: { hasMore: true } }, 'There may be one, because not all connections could be loaded.'],
  [rotate, { all: { unreadable: 1 } }, 'There may be one, because not all connections could be loaded.'],
])('%s with an incomplete list %j says so', async (path, answers, words) => {
  expect(await show(path, answers)).toContain(words);
  expect(await show(path, {})).not.toContain(words);
});

it.each([
  [list, { page: { connections: [], unreadable: 2 } }],
  [list, { page: { connections: [], hasOddLink: true } }],
  [copy, { all: { connections: [], unreadable: 2 } }],
  ['/connections/export', { all: { connections: [], unreadable: 2 } }],
])('%s does not call a sandbox empty whose connections could not be read: %j', async (path, answers) => {
  expect(await show(path, answers)).not.toMatch(/No connections yet|Create a connection/);
});
