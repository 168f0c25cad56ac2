import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { create, list, typed } from '../../testing/scenario-fixture.ts';
import { connectionSpecs } from '../connections/connection-specs.ts';

describe('definitions of Phoenix that differ from the usual one', () => {
  it.each(['spec-unknown-required', 'spec-without-auth'] as const)(
    '%s: the usual params create a connection',
    async (name) => {
      await expect(create(typed(name))).resolves.toHaveProperty('id');
    },
  );

  it('spec-renamed-param: the new names create a connection, and its password stays a secret', async () => {
    const caught = typed('spec-renamed-param');
    const usual = phoenixRequest({ host: caught.host, password: 'correct horse' });
    const { httpPath: path, ...params } = usual.auth.params;
    const auth = { ...usual.auth, params: { ...params, path, catalog: 'sales' } };
    await caught.client.createConnection('prod', { ...usual, auth });
    const { connections } = await list(caught);
    expect(connections).toMatchObject([{ auth: { params: { catalog: 'sales', path } } }]);
    expect(JSON.stringify(connections)).not.toContain('correct horse');
  });

  it('spec-other-auth-name: a password of the renamed auth spec stays a secret', async () => {
    const caught = typed('spec-other-auth-name');
    const usual = phoenixRequest({ host: caught.host, password: 'correct horse' });
    const auth = { ...usual.auth, specName: 'Basic Authentication for Phoenix' };
    await caught.client.createConnection('prod', { ...usual, auth });
    expect(JSON.stringify(await list(caught))).not.toContain('correct horse');
  });

  it('many-specs: all of them are listed', async () => {
    const { request, switchOn } = createEmulatorFixture();
    await switchOn('many-specs');
    const response = await request('GET', '/flowservice/connectionSpecs');
    expect(await response.json()).toMatchObject({
      items: { length: connectionSpecs.length + 300 },
    });
  });
});
