import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterContextProvider, RouterProvider, createMemoryHistory } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { connectionTestQuery } from '../api/connection-test.ts';
import { tablesQuery } from '../api/explore-queries.ts';
import { connectionQuery, connectionSpecsQuery, connectionsQuery } from '../api/queries.ts';
import { ConflictNotice } from '../connections/edit/ConflictNotice.tsx';
import type { EditDraft } from '../connections/edit/edit-draft.ts';
import { EditForm } from '../connections/edit/EditForm.tsx';
import { sortOrders } from '../connections/list/list-search.ts';
import type { CreateState } from '../create/create-state.ts';
import { toScopeKey } from '../create/attempt.ts';
import { scenarios } from '../emulator/scenarios/scenarios.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import type { Environment } from '../flow-service/schemas/environment.ts';
import type { Connection } from '../flow-service/schemas/connection.ts';
import { explainError } from '../errors/explain-error.ts';
import { PlatformAnswersProvider } from '../session/access.tsx';
import { environmentQuery } from '../session/environment-query.ts';
import { createSourceAnswers } from '../source-form/answers/source-answers.ts';
import { defineDocumented } from '../sources/live/definition.ts';
import * as catalog from '../sources/catalog.ts';
import * as sources from '../sources/find-source.ts';
import { adobeEnvironment } from '../testing/environment-fixture.ts';
import { createEmulatorFixture } from '../testing/emulator-fixture.ts';
import {
  create,
  deleteNew,
  getSpec,
  list,
  listSandboxes,
  renameNew,
  testNew,
} from '../testing/scenario-fixture.ts';
import { vault } from '../testing/vault-source.ts';
import { createStore } from '../ui/form/store.ts';
import { createWizard } from '../wizard/create-wizard.ts';
import { WizardProvider } from '../wizard/wizard.tsx';
import { createAppRouter } from './router.tsx';

vi.spyOn(catalog, 'catalog', 'get').mockReturnValue([vault]);
const { findSource } = sources;
vi.spyOn(sources, 'findSource').mockImplementation((origin) =>
  origin.connectionSpec.id === vault.connectionSpec.id ? vault : findSource(origin),
);
afterAll(() => void vi.restoreAllMocks());

const access = { credentials: null, sandbox: 'prod' };
const connectionSpec = vault.connectionSpec;
const own: Connection = { id: 'own', name: 'My vault', etag: '"1"', connectionSpec, auth: { params: {} } };
const strange: Connection = { ...own, id: 'strange', connectionSpec: { id: 'nobody’s' } };
const attempt = {
  sandbox: 'prod',
  organizationId: null,
  key: 'nonce.uuid',
  name: own.name,
  specId: connectionSpec.id,
  target: {},
  clientId: 'client',
  knownIds: [],
  startedAt: 0,
} as const;

/** Words that are specific to Phoenix and must not appear on a page of another source. */
const particulars = /phoenix|hdinsight|\bhost\b|\bpassword\b/i;

/** The list of connections can be filtered by any source, so its filter names them all. */
const filterNames = /Apache Phoenix|Apache (?:Hive|Spark) on HDInsights/g;

interface Drawn {
  readonly path: string;
  readonly create?: CreateState;
  readonly testError?: FlowServiceError;
  readonly environment?: Partial<Environment>;
  /** Rendered in place of the route at the path. */
  readonly page?: ReactNode;
}

/** Returns the text of a page after all requests are answered. A rendering error fails the test. */
async function draw({ path, create, testError, environment, page }: Drawn): Promise<string> {
  const queryClient = new QueryClient();
  queryClient.setQueryData(environmentQuery.queryKey, {
    ...adobeEnvironment,
    ...environment,
  });
  queryClient.setQueryData(connectionSpecsQuery(access).queryKey, { items: [], unreadable: 0 });
  for (const connection of [own, strange]) {
    queryClient.setQueryData(connectionQuery(access, connection.id).queryKey, connection);
    queryClient.setQueryData(connectionTestQuery(access, connection).queryKey, {
      outcome: 'failed',
      error: testError ?? null,
      startedAt: 0,
      took: 1,
    });
    queryClient.setQueryData(tablesQuery(access, connection).queryKey, { tables: [], unreadable: 0 });
  }
  for (const { orderBy } of sortOrders) {
    queryClient.setQueryData(connectionsQuery(access, null, orderBy).queryKey, {
      pages: [{ connections: [own, strange], unreadable: 0, continuationToken: null, hasOddLink: false }],
      pageParams: [null],
    });
  }
  const { wizards, platform, close } = createWizard(defineDocumented(vault), null);
  platform.set({ ...platform.get(), sandbox: 'prod' });
  wizards.current().answers.set({
    ...createSourceAnswers(vault),
    name: own.name,
    params: { key: 'KEY-VALUE', seal: 'SEAL-VALUE' },
  });
  if (create !== undefined) wizards.current().creates.set({ [toScopeKey(attempt)]: create });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createAppRouter({ queryClient, wizards, platform }, history);
  await router.load();
  const failures: unknown[] = [];
  const { prelude } = await prerender(
    <QueryClientProvider client={queryClient}>
      <PlatformAnswersProvider store={platform}>
        <WizardProvider wizards={wizards}>
          {page === undefined ? (
            <RouterProvider router={router} />
          ) : (
            <RouterContextProvider router={router}>{page}</RouterContextProvider>
          )}
        </WizardProvider>
      </PlatformAnswersProvider>
    </QueryClientProvider>,
    { onError: (error) => void failures.push(error) },
  );
  const html = await new Response(prelude).text();
  close();
  queryClient.clear();
  expect(failures).toEqual([]);
  // A source without presets has no preset to choose.
  expect(html).not.toContain('radiogroup');
  const text = html.replaceAll(/<(style|script)[^]*?<\/\1>|<!--[^]*?-->/g, '').replaceAll(/<[^>]*>/g, ' ');
  expect(text).not.toMatch(/(?:KEY|SEAL)-VALUE/);
  return text;
}

const edited = { access, source: vault, spec: null, connection: own };

describe('each page names the current source', () => {
  const pages: readonly (Drawn & { readonly says: readonly string[] })[] = [
    { path: '/connect/platform', says: ['Experience Platform', 'Vault'] },
    { path: '/connect/vault', says: ['Key', 'Seal', 'Connection name'] },
    { path: '/connect/review', says: ['Some Vault', 'Key', 'Seal', 'Key Authentication'] },
    { path: '/connect/elsewhere', says: ['Page not found'] },
    { path: '/connections', says: ['the connections in sandbox prod', 'Some Vault', 'My vault'] },
    { path: '/connections/own', says: ['My vault', 'VAULT_KEY', 'VAULT_SEAL', 'Edit', 'Edit connection'] },
    { path: '/connections/strange', says: ['My vault', 'nobody’s', 'Delete'] },
    {
      path: '/connections/own/edit',
      page: <EditForm {...edited} draft={createStore<EditDraft | null>(null)} />,
      says: ['Edit My vault', 'never returns the secret', 'Key', 'Seal'],
    },
    {
      path: '/connections/own/edit',
      page: (
        <ConflictNotice
          source={vault}
          base={own}
          now={{ ...own, name: 'Theirs' }}
          rebased={{ ...createSourceAnswers(vault), name: 'Mine' }}
          wasLost={false}
        />
      ),
      says: ['Theirs', 'Mine', 'Flow Service does not show whether the secret changed'],
    },
  ];
  it.each(pages)('$path: $says', async ({ says, ...drawn }) => {
    const text = await draw(drawn);
    for (const words of says) expect(text).toContain(words);
    expect(text.replaceAll(filterNames, '')).not.toMatch(particulars);
  });
});

it.each([
  [{ target: 'local' }, 'Sample data: the local Flow Service opens Phoenix databases only.'],
  [{ target: 'local', databases: 'samples' }, 'Sample data: this server does not open databases.'],
] as const)('test and tables are marked as sample data when they are: %j', async (environment, note) => {
  for (const path of ['/connections/own', '/connections/strange']) {
    const text = await draw({ path, environment });
    // The text appears for the test, for the tables, and in the placeholder that is shown until the list of tables
    // loads.
    expect(text.split('Sample data')).toHaveLength(4);
    expect(text.split(note)).toHaveLength(4);
    expect(await draw({ path })).not.toContain('Sample data');
  }
});

it('says that it cannot recognize a lost connection without params to compare', async () => {
  const text = await draw({
    path: '/connect/review',
    create: {
      status: 'notFound',
      unfinished: { attempt, cause: 'lost', isDismissed: false },
      loss: null,
      end: { kind: 'unclear', connections: [own] },
    },
  });
  expect(text).toContain('Adobe’s details are not enough to confirm this.');
});

describe('each scenario error is shown, and names no field that the source does not have', async () => {
  const failures = await Promise.all(scenarios.map(({ name }) => failuresOf(name)));
  // The same failure must look the same in every scenario.
  const different = new Map(
    failures.flat().map((one) => {
      const { endpoint, kind, family, status, code } = one;
      return [[kind, family, status, code, endpoint === 'testConnection' && 'of a test'].join(' '), one];
    }),
  );
  it.each([...different])('%s', async (_, error) => {
    const { field, sentence, advice } = explainError(error, vault);
    expect(field ?? 'sandbox').toMatch(
      /^(?:params\.(?:key|seal)|apiKey|organizationId|accessToken|sandbox)$/,
    );
    expect(`${sentence} ${advice}`).not.toMatch(particulars);
    const refused = { status: 'refused', task: null, name: own.name, error, unfinished: null } as const;
    const text =
      error.endpoint === 'testConnection'
        ? await draw({ path: '/connections/own', testError: error })
        : await draw({ path: '/connect/review', create: refused });
    expect(text).toContain(sentence);
  });
});

/** Returns the errors that requests end in while a scenario is on. */
async function failuresOf(scenario: string): Promise<readonly FlowServiceError[]> {
  const fixture = createEmulatorFixture({ schedule: (_, run) => setImmediate(run) });
  await fixture.switchOn(scenario);
  const caught = { ...fixture, sandbox: 'prod', host: 'db.example' };
  const outcomes = await Promise.allSettled(
    [listSandboxes, getSpec, list, create, testNew, deleteNew, renameNew].map((call) => call(caught)),
  );
  return outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' && outcome.reason instanceof FlowServiceError ? [outcome.reason] : [],
  );
}
