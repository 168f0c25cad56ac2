import { describe, expect, it } from 'vitest';
import {
  createEmulatorFixture,
  failureOf,
  phoenixRequest,
  requiredParams,
} from '../../testing/emulator-fixture.ts';

async function createOne() {
  const fixture = createEmulatorFixture();
  const { id, etag } = await fixture.client.createConnection('prod', phoenixRequest());
  return { ...fixture, id, etag, path: `/flowservice/connections/${id}` };
}

describe('PATCH /connections/{id} (T-UPD)', () => {
  it('changes name and description, and records who and when', async () => {
    const { client, clientAs, id, etag, pass } = await createOne();
    pass(5000);
    const other = clientAs({ apiKey: 'other-client', accessToken: 'e30.e30.' });
    const receipt = await other.updateConnection('prod', id, etag, [
      { op: 'replace', path: '/name', value: 'Renamed' },
      { op: 'add', path: '/description', value: 'New words' },
    ]);
    const stored = await client.getConnection('prod', id);
    expect(stored).toMatchObject({ id, name: 'Renamed', description: 'New words', etag: receipt.etag });
    expect(stored.version).toBe(receipt.etag);
    expect(stored.updatedAt).toBe((stored.createdAt ?? 0) + 5000);
    expect(stored).toMatchObject({ createdBy: 'local-demo-client', updatedBy: 'other-client' });
  });

  it('returns a new etag for every update, also within the same millisecond', async () => {
    const { client, id, etag } = await createOne();
    const etags = [etag];
    for (const value of ['a', 'b', 'c']) {
      const patch = [{ op: 'replace', path: '/name', value }] as const;
      etags.push((await client.updateConnection('prod', id, etags.at(-1) ?? '', patch)).etag);
    }
    expect(new Set(etags).size).toBe(4);
  });

  it('replaces the params as a whole: omitted params are removed (OAS-D, T-UPD)', async () => {
    const { client, id, etag } = await createOne();
    const value = { ...requiredParams(), host: 'pqs.example', username: 'u', password: 'p' };
    await client.updateConnection('prod', id, etag, [{ op: 'replace', path: '/auth/params', value }]);
    const { auth } = await client.getConnection('prod', id);
    expect(auth).toEqual({ specName: 'Basic Authentication', params: { ...value, password: 'xxxx' } });
  });

  it('removes a description', async () => {
    const { client, id, etag } = await createOne();
    await client.updateConnection('prod', id, etag, [{ op: 'remove', path: '/description' }]);
    expect(await client.getConnection('prod', id)).not.toHaveProperty('description');
  });

  it('accepts a single operation in upper case (OAS-S)', async () => {
    const { request, client, id, etag, path } = await createOne();
    const body = { op: 'REPLACE', path: '/name', value: 'Shouted' };
    const response = await request('PATCH', path, { body, headers: { 'if-match': etag } });
    expect(response.status).toBe(200);
    expect(await client.getConnection('prod', id)).toMatchObject({ name: 'Shouted' });
  });

  it('applies all operations or none', async () => {
    const { client, id, etag } = await createOne();
    await failureOf(
      client.updateConnection('prod', id, etag, [
        { op: 'replace', path: '/name', value: 'Half' },
        { op: 'remove', path: '/name' },
      ]),
    );
    expect(await client.getConnection('prod', id)).toMatchObject({ name: 'Phoenix test connection', etag });
  });

  it('requires If-Match (1403), with the current etag in quotes (1404, OAS-D)', async () => {
    const { client, request, id, etag, path } = await createOne();
    const patch = [{ op: 'replace', path: '/name', value: 'New' }] as const;
    const missing = await request('PATCH', path, { body: patch });
    expect([missing.status, await missing.text()]).toEqual([400, expect.stringContaining('/FLOW-1403-400"')]);
    for (const stale of [etag.replaceAll('"', ''), '"other"', '*']) {
      const failure = await failureOf(client.updateConnection('prod', id, stale, patch));
      expect(failure).toMatchObject({ status: 412, code: 'FLOW-1404-412' });
    }
    await client.updateConnection('prod', id, etag, patch);
    expect(await failureOf(client.updateConnection('prod', id, etag, patch))).toMatchObject({ status: 412 });
  });

  it.each([
    ['another spec', { op: 'replace', path: '/connectionSpec/id', value: 'x' }, '1414'],
    ['an unknown op', { op: 'move', from: '/name', path: '/description' }, '1434'],
    ['no name', { op: 'remove', path: '/name' }, '1455'],
    ['an empty name', { op: 'replace', path: '/name', value: '' }, '1455'],
    ['a description that is not text', { op: 'add', path: '/description', value: 7 }, '1455'],
    ['no params', { op: 'remove', path: '/auth/params' }, '1455'],
    ['params that are not an object', { op: 'replace', path: '/auth/params', value: 'x' }, '1455'],
    [
      'one param (docs/flow-service.md#update-a-connection)',
      { op: 'replace', path: '/auth/params/port', value: 1 },
      '1455',
    ],
    ['the state (unknown)', { op: 'replace', path: '/state', value: 'disabled' }, '1455'],
    ['an empty list', [], '1455'],
    ['a param missing', { op: 'replace', path: '/auth/params', value: { host: 'h' } }, '1304'],
    [
      'a param of the wrong type',
      { op: 'replace', path: '/auth/params', value: { ...requiredParams(), port: 'one' } },
      '1312',
    ],
  ])('rejects %s', async (_, body, number) => {
    const { request, client, id, etag, path } = await createOne();
    const response = await request('PATCH', path, { body, headers: { 'If-Match': etag } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`/FLOW-${number}-400"`);
    expect(await client.getConnection('prod', id)).toMatchObject({ etag });
  });

  it.each(['replace', 'remove'])('%s of a description that does not exist (1455)', async (op) => {
    const { request, client } = createEmulatorFixture();
    const { description: _, ...body } = phoenixRequest();
    const { id, etag } = await client.createConnection('prod', body);
    const response = await request('PATCH', `/flowservice/connections/${id}/`, {
      body: [{ op, path: '/description', value: 'x' }],
      headers: { 'If-Match': etag },
    });
    expect(await response.text()).toContain('/FLOW-1455-400"');
  });
});

describe('DELETE /connections/{id} (T-DEL)', () => {
  it('returns an empty 204, and then 404', async () => {
    const { client, request, id, path } = await createOne();
    const kept = await client.createConnection('prod', phoenixRequest());
    const response = await request('DELETE', `${path}/`);
    expect([response.status, await response.text()]).toEqual([204, '']);
    for (const call of [client.deleteConnection('prod', id), client.getConnection('prod', id)]) {
      expect(await failureOf(call)).toMatchObject({ status: 404, code: 'FLOW-1439-404' });
    }
    const { connections } = await client.listConnections('prod', {});
    expect(connections).toMatchObject([{ id: kept.id }]);
  });
});

it('returns 1439-404 for an unknown ID in every request', async () => {
  const { client } = createEmulatorFixture();
  for (const call of [
    client.getConnection('prod', 'none'),
    client.testConnection('prod', 'none'),
    client.exploreRoot('prod', 'none'),
    client.updateConnection('prod', 'none', '"x"', [{ op: 'remove', path: '/description' }]),
    client.deleteConnection('prod', 'none'),
  ]) {
    expect(await failureOf(call)).toMatchObject({ status: 404, code: 'FLOW-1439-404' });
  }
});
