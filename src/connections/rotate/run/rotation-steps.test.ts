import { afterEach, describe, expect, it, vi } from 'vitest';
import { explainError } from '../../../errors/explain-error.ts';
import { replayedHeader } from '../../../flow-service/idempotency-key.ts';
import { builtInSources } from '../../../sources/built-in-sources.ts';
import { exampleParams } from '../../../sources/example-params.ts';
import { phoenix } from '../../../sources/phoenix/phoenix.ts';
import { secretParams } from '../../../sources/secrets.ts';
import { type Source, chooseAuthMethod } from '../../../sources/source.ts';
import { createPageFixture, htmlNotFound } from '../../../testing/page-fixture.ts';
import { createRotationSteps } from './rotation-steps.ts';
import { removeTrial } from '../remove-trial.ts';
import { describeRemoval } from '../rotation-words.ts';

afterEach(() => vi.unstubAllGlobals());

/** The steps of a rotation of one connection that exists in a local service. */
async function given(source: Source, params: object = exampleParams(source)) {
  const page = createPageFixture();
  vi.stubGlobal('fetch', page.fetch);
  const { authMethod, connectionSpec } = source;
  const auth = { specName: authMethod.specName, params: { ...params } };
  const { id } = await page.client.createConnection('prod', { name: 'Sales', auth, connectionSpec });
  const model = await page.client.getConnection('prod', id);
  const secrets = Object.fromEntries(secretParams(source).map(({ name }) => [name, newSecret(name)]));
  const steps = createRotationSteps({
    access: page.access,
    source,
    model,
    purpose: 'test',
    readSecrets: () => secrets,
  });
  return { ...page, id, steps, params: { ...params, ...secrets } };
}

const newSecret = (name: string) => (name === 'connectionString' ? 'Server=a;UID=b;PWD=new' : 'new secret');

const methods = builtInSources.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);
const withSecret = methods.filter((source) => secretParams(source).length > 0);

describe('the new secret is tried and written with all other values unchanged', () => {
  it.each(withSecret.map((source) => [source.name, source.authMethod.specName, source] as const))(
    '%s, %s',
    async (_name, specName, source) => {
      const { steps, id, params, writes } = await given(source);
      await steps.createTrial('Trial');
      expect(await steps.change(id, null)).toMatchObject({ kind: 'changed' });
      expect(writes().map(({ method, body }) => [method, body])).toEqual([
        ['POST', { name: 'Trial', auth: { specName, params }, connectionSpec: source.connectionSpec }],
        ['PATCH', [{ op: 'replace', path: '/auth/params', value: params }]],
      ]);
    },
  );
});

describe('a 404 of a proxy does not say that a connection was deleted', () => {
  it('when the connection is read', async () => {
    const { steps, id, intercept, writes, client } = await given(phoenix);
    const { etag } = await client.getConnection('prod', id);
    intercept(({ path }) => (path.endsWith(id) ? htmlNotFound() : undefined));
    await expect(steps.change(id, null)).rejects.toMatchObject({ status: 404 });
    // The list still says which version it has.
    const versions = await steps.readVersions([{ id, etag: 'other' }]);
    expect(versions.get(id)).toEqual({ etag });
    intercept(() => htmlNotFound());
    await expect(steps.readVersions([{ id, etag: 'other' }])).rejects.toMatchObject({ status: 404 });
    expect(writes()).toEqual([]);
  });

  it.each(['DELETE', 'any request'])('when the temporary connection is deleted: %s', async (method) => {
    const { steps, client, intercept } = await given(phoenix);
    const trial = (await steps.createTrial('Trial')) ?? '';
    intercept((request) =>
      request.path.endsWith(trial) && [request.method, 'any request'].includes(method)
        ? htmlNotFound()
        : undefined,
    );
    expect(await steps.deleteTrial(trial)).toBe(false);
    expect(await client.getConnection('prod', trial)).toMatchObject({ name: 'Trial' });
  });

  it('while the service itself does', async () => {
    const { steps, id, client } = await given(phoenix);
    await client.deleteConnection('prod', id);
    expect(await steps.change(id, null)).toEqual({ kind: 'deleted' });
    expect((await steps.readVersions([{ id, etag: 'any' }])).get(id)).toBe('deleted');
    expect(await steps.deleteTrial(id)).toBe(true);
  });
});

describe('a deletion with a response that is not documented', () => {
  it.each([true, false])('of a temporary connection that was really deleted: %s', async (isDeleted) => {
    const { steps, client, intercept } = await given(phoenix);
    const trial = (await steps.createTrial('Trial')) ?? '';
    const odd = () => Response.json({ foo: 1 }, { headers: { [replayedHeader]: 'true' } });
    intercept(({ method, path }) => {
      if (path === '/attempt') return odd();
      if (method !== 'DELETE') return undefined;
      return isDeleted ? client.deleteConnection('prod', trial).then(odd) : odd();
    });
    expect(await steps.deleteTrial(trial)).toBe(isDeleted);
    expect((await client.listConnections('prod', {})).connections).toHaveLength(isDeleted ? 1 : 2);
  });
});

type Page = Awaited<ReturnType<typeof given>>;

describe('a temporary connection that is looked for after its create', () => {
  const trial = { name: 'Trial', id: null };
  const remove = async (page: Page) => {
    const removal = await removeTrial(page.access, phoenix.connectionSpec.id, trial, () => Promise.resolve());
    return { removal, words: describeRemoval(removal) };
  };

  it('is found and deleted', async () => {
    const page = await given(phoenix);
    await page.steps.createTrial('Trial');
    expect(await remove(page)).toEqual({ removal: 'deleted', words: '' });
    expect((await page.client.listConnections('prod', {})).connections).toHaveLength(1);
  });

  it('may exist when the search fails', async () => {
    const page = await given(phoenix);
    await page.steps.createTrial('Trial');
    page.intercept(() => Response.json({ error_code: '401013' }, { status: 401 }));
    expect(await remove(page)).toMatchObject({ words: expect.stringContaining('it may still exist') });
  });

  it('may exist when not all connections can be read', async () => {
    const page = await given(phoenix);
    page.intercept(({ path }) => (path.includes('?') ? Response.json({ items: [{ id: 5 }] }) : undefined));
    expect(await remove(page)).toMatchObject({
      words: expect.stringContaining('not all connections could be loaded'),
    });
  });

  it('is not found when all connections were read', async () => {
    expect(await remove(await given(phoenix))).toMatchObject({ removal: 'notFound' });
  });
});

it.each([{}, { etag: '' }, { etag: 5 }])(
  'a connection without an etag is not changed, and nobody else is blamed: %j',
  async (etag) => {
    const { steps, id, writes, intercept, client } = await given(phoenix);
    const { etag: _, ...item } = await client.getConnection('prod', id);
    intercept(({ path }) =>
      path.endsWith(id) ? Response.json({ items: [{ ...item, ...etag }] }) : undefined,
    );
    const error: unknown = await steps.change(id, null).catch((cause: unknown) => cause);
    expect(explainError(error, phoenix)).toMatchObject({
      sentence: 'Flow Service returned no ETag of this connection, so it cannot be changed safely.',
    });
    expect(writes()).toEqual([]);
  },
);
