import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, failureOf, phoenixRequest } from '../emulator/emulator-fixture.ts';
import { fromConnection } from '../source-form/from-connection.ts';
import { phoenix } from '../sources/phoenix.ts';
import { type SaveClient, readSaveFailure, saveConnection } from './save-connection.ts';

async function beginEdit() {
  const { client, switchOn } = createEmulatorFixture();
  const { id, etag } = await client.createConnection('prod', phoenixRequest());
  const before = await client.getConnection('prod', id);
  const answers = { ...fromConnection(phoenix, before), name: 'Mine' };
  return {
    client,
    switchOn,
    save: (through: SaveClient) => saveConnection(through, 'prod', phoenix, { before, answers }),
    /** What somebody else does meanwhile. */
    overtake: () =>
      client.updateConnection('prod', id, etag, [{ op: 'replace', path: '/name', value: 'Theirs' }]),
  };
}

it('saves with the version that the edit began with', async () => {
  const { client, save } = await beginEdit();
  expect(await save(client)).toEqual({ kind: 'saved' });
});

it('shows what somebody else left, who was faster', async () => {
  const { client, overtake, save } = await beginEdit();
  await overtake();
  expect(await save(client)).toMatchObject({ kind: 'conflict', now: { name: 'Theirs' } });
});

describe('a failure', () => {
  it.each([
    ['refused', 'forbidden-without-reason'],
    ['unknown', 'timeout'],
    ['unknown', 'cut-before'],
  ])('leaves the changes %s in the scenario %s', async (meaning, scenario) => {
    const { client, save, switchOn } = await beginEdit();
    await switchOn(scenario);
    expect(readSaveFailure(await failureOf(save(client)))).toBe(meaning);
  });

  it.each(['timeout', 'server-error', 'html-page', 'cut-before'])(
    'to read what overtook them leaves them certainly unsaved in the scenario %s',
    async (scenario) => {
      const { client, overtake, save, switchOn } = await beginEdit();
      await overtake();
      const failing = {
        ...client,
        getConnection: async (...asked: Parameters<typeof client.getConnection>) => {
          await switchOn(scenario);
          return client.getConnection(...asked);
        },
      };
      expect(readSaveFailure(await failureOf(save(failing)))).toBe('overtaken');
    },
  );

  it('of this page’s own says nothing about the changes', () => {
    expect(readSaveFailure(new TypeError('Of our own'))).toBe('unknown');
  });
});
