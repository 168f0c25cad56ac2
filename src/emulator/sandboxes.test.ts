import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, origin } from '../testing/emulator-fixture.ts';

describe('GET /sandbox-management/ (SBX)', () => {
  it('returns the same sandboxes for every organization, without a sandbox header', async () => {
    const { client, clientAs, request } = createEmulatorFixture();
    const { items: own } = await client.listSandboxes();
    const other = clientAs({ organizationId: 'ABCDEFABCDEFABCDEFABCDEF@AdobeOrg' });
    expect((await other.listSandboxes()).items).toEqual(own);
    expect(own).toEqual([
      { name: 'prod', title: 'Prod', state: 'active', type: 'production', region: 'VA7', isDefault: true },
      {
        name: 'dev',
        title: 'Development',
        state: 'active',
        type: 'development',
        region: 'VA7',
        isDefault: false,
      },
      {
        name: 'staging',
        title: 'Staging',
        state: 'resetting',
        type: 'development',
        region: 'VA7',
        isDefault: false,
      },
    ]);
    const bare = await request('GET', '/sandbox-management', { headers: { 'x-sandbox-name': null } });
    expect(bare.status).toBe(200);
  });

  it('pages by limit and offset', async () => {
    const { request } = createEmulatorFixture();
    const page = await request('GET', '/sandbox-management/?limit=1&offset=1');
    const address = `${origin}/data/foundation/sandbox-management/`;
    expect(await page.json()).toMatchObject({
      sandboxes: [{ name: 'dev' }],
      _page: { limit: 1, count: 1 },
      _links: {
        page: { href: `${address}?limit={limit}&offset={offset}`, templated: true },
        next: { href: `${address}?limit=1&offset=2` },
        prev: { href: `${address}?limit=1&offset=0` },
      },
    });
  });

  it.each(['limit=1', 'offset=1', 'limit=0&offset=0', 'limit=1&offset=-1', 'limit=x&offset=0'])(
    'rejects %s',
    async (query) => {
      const { request } = createEmulatorFixture();
      const response = await request('GET', `/sandbox-management/?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        status: 400,
        type: expect.stringContaining('http://ns.adobe.com/aep/errors/SMS-'),
      });
    },
  );

  it('lists them for administrators too, with links to that list (SBX, AEPP)', async () => {
    const { request } = createEmulatorFixture();
    const page = await request('GET', '/sandbox-management/sandboxes?limit=1&offset=0');
    expect(await page.json()).toMatchObject({
      sandboxes: [{ name: 'prod' }],
      _links: {
        next: { href: `${origin}/data/foundation/sandbox-management/sandboxes?limit=1&offset=1` },
      },
    });
  });

  it('pages through more than 400 sandboxes, and each can be used', async () => {
    const { clientAs } = createEmulatorFixture();
    const client = clientAs({ apiKey: 'many-sandboxes' });
    const { items: all } = await client.listSandboxes();
    expect(new Set(all.map(({ name }) => name)).size).toBe(403);
    await expect(client.listConnections('team-399', {})).resolves.toMatchObject({ connections: [] });
  });
});

describe('GET /sandbox-management/sandboxes/{name} (SBX)', () => {
  it('returns one sandbox, not in a list, and without its ID', async () => {
    const { request } = createEmulatorFixture();
    const response = await request('GET', '/sandbox-management/sandboxes/staging');
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(body).toMatchObject({ name: 'staging', title: 'Staging', state: 'resetting', isDefault: false });
    expect(body).not.toHaveProperty('id');
  });

  it('returns 404 for a name that does not exist', async () => {
    const { request } = createEmulatorFixture();
    const response = await request('GET', '/sandbox-management/sandboxes/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ title: 'No sandbox has the name nowhere.' });
  });
});
