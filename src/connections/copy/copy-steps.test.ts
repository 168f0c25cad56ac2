import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../flow-service/schemas/connection.ts';
import { builtInSources } from '../../sources/built-in-sources.ts';
import { exampleParams } from '../../sources/example-params.ts';
import { secretParams } from '../../sources/secrets.ts';
import { type Source, chooseAuthMethod } from '../../sources/source.ts';
import { createPageFixture, htmlNotFound } from '../../testing/page-fixture.ts';
import { createCopySteps } from './copy-steps.ts';
import { type Copies, startCopies } from './copies.ts';
import { describeCopies, describeCopy } from './copy-words.ts';
import { readSecretsOf, shareSecrets } from './originals.ts';
import { runCopies } from './run-copies.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page that copies one connection of a local service. */
async function given(source: Source) {
  const page = createPageFixture();
  vi.stubGlobal('fetch', page.fetch);
  vi.stubGlobal('navigator', { onLine: true });
  const { authMethod, connectionSpec } = source;
  const auth = { specName: authMethod.specName, params: exampleParams(source) };
  const { id } = await page.client.createConnection('prod', { name: 'Sales', auth, connectionSpec });
  const connection = await page.client.getConnection('prod', id);
  return { ...page, id, auth, copy: () => copyOnce(page, { source, connection }) };
}

/** Copies a connection into the sandbox dev. Each secret is entered in the field that the page has for it. */
async function copyOnce(
  { access }: ReturnType<typeof createPageFixture>,
  original: { readonly source: Source; readonly connection: Connection },
) {
  const shared = shareSecrets([original]);
  const typed = Object.fromEntries(shared.map(({ field, param }) => [field, newSecret(param.name)]));
  const steps = createCopySteps({
    queryClient: new QueryClient(),
    access,
    clientId: null,
    findOriginal: () => original,
    readSecrets: (id) => readSecretsOf(shared, id, typed),
    readCreatedIds: () => new Set(),
    findUnfinished: () => null,
  });
  const { id, name } = original.connection;
  const start = startCopies([{ originalId: id, name, sandbox: 'dev', isOnly: true }]);
  let copies: Copies = start;
  const { signal } = new AbortController();
  await runCopies(start, new Set([JSON.stringify([id, 'dev'])]), steps, signal, (next) => (copies = next));
  const [copy] = copies.list;
  const detail = copy === undefined ? '' : describeCopy(original.source, copy, copies).detail;
  return { summary: describeCopies(copies), detail };
}

const newSecret = (name: string) => (name === 'connectionString' ? 'Server=a;UID=b;PWD=new' : 'new secret');

const methods = builtInSources.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);

describe('a copy has the same values and the entered secrets', () => {
  it.each(methods.map((source) => [source.name, source.authMethod.specName, source] as const))(
    '%s, %s',
    async (_name, specName, source) => {
      const { copy, auth, writes } = await given(source);
      expect(await copy()).toMatchObject({ summary: '1 of 1 created.' });
      const secrets = secretParams(source).map(({ name }) => [name, newSecret(name)]);
      const params = { ...auth.params, ...Object.fromEntries(secrets) };
      expect(writes()).toMatchObject([{ method: 'POST', body: { name: 'Sales', auth: { specName } } }]);
      expect(writes()[0]?.body).toHaveProperty('auth.params', params);
    },
  );
});

it('does not call a connection deleted because a proxy returns 404 for its address', async () => {
  const { copy, id, intercept, writes } = await given(chooseAuthMethod(methods[0] ?? builtInSources[0]));
  intercept(({ path }) => (path.endsWith(id) ? htmlNotFound() : undefined));
  expect(await copy()).toEqual({
    summary: '0 of 1 created.',
    detail: expect.stringContaining('The response is not from Flow Service.'),
  });
  expect(writes()).toEqual([]);
});
