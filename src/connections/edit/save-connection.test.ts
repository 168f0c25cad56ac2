import { describe, expect, it } from 'vitest';
import { createEmulatorFixture, failureOf, phoenixRequest } from '../../testing/emulator-fixture.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { fromConnection } from '../../source-form/answers/from-connection.ts';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { type SaveClient, readSaveFailure, saveConnection } from './save-connection.ts';

async function beginEdit(change: Partial<SourceAnswers> = { name: 'Mine' }) {
  const { client: service, switchOn } = createEmulatorFixture();
  const { id, etag } = await service.createConnection('prod', phoenixRequest());
  const client: SaveClient = {
    getConnection: (...asked) => service.getConnection('prod', ...asked),
    updateConnection: (...asked) => service.updateConnection('prod', ...asked),
  };
  const before = await client.getConnection(id);
  const answers = { ...fromConnection(phoenix, before), ...change };
  return {
    client,
    switchOn,
    /** A client whose save is carried out but whose answer is lost. */
    losing: {
      ...client,
      updateConnection: async (...asked: Parameters<typeof client.updateConnection>) => {
        await client.updateConnection(...asked);
        throw FlowServiceError.fromNetwork('updateConnection', null, null);
      },
    },
    save: (through: SaveClient, wasLost = false) =>
      saveConnection(through, phoenix, { before, answers, wasLost }),
    /** Changes the connection as another user. */
    renameAsOther: (name = 'Theirs') =>
      client.updateConnection(id, etag, [{ op: 'replace', path: '/name', value: name }]),
    /** Replaces the password as another user. */
    rotateAsOther: () =>
      client.updateConnection(id, etag, [
        {
          op: 'replace',
          path: '/auth/params',
          value: { ...phoenixRequest().auth.params, password: 'of another user' },
        },
      ]),
  };
}

/** Starts an edit that changes only the password. */
async function beginRotation() {
  const { params } = phoenixRequest().auth;
  const answers = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? String(value) : value,
  ]);
  return beginEdit({ params: { ...Object.fromEntries(answers), password: 'new password' } });
}

it('sends the version that the edit started with', async () => {
  const { client, save } = await beginEdit();
  expect(await save(client)).toEqual({ kind: 'saved' });
});

it('shows the other change when another user saved first', async () => {
  const { client, renameAsOther, save } = await beginEdit();
  await renameAsOther();
  expect(await save(client)).toMatchObject({ kind: 'conflict', now: { name: 'Theirs' } });
});

describe('before the result of a save is shown', () => {
  it('after a lost response, the saved change is found', async () => {
    const { losing, save } = await beginEdit();
    expect(await save(losing)).toEqual({ kind: 'saved' });
  });

  it('after a lost response, nothing proves that the new version has the password of this edit', async () => {
    const { losing, save } = await beginRotation();
    expect(await save(losing)).toMatchObject({ kind: 'conflict', wasLost: true });
  });

  it('when another user saved a password after a lost response, the next try does not count as saved', async () => {
    const { client, rotateAsOther, save } = await beginRotation();
    await rotateAsOther();
    expect(await save(client, true)).toMatchObject({ kind: 'conflict', wasLost: true });
  });

  it('when the change was saved before the response was lost, the second try finds it', async () => {
    const { client, losing, save } = await beginEdit();
    const unread = {
      ...losing,
      getConnection: () => Promise.reject(FlowServiceError.fromNetwork('getConnection', null, null)),
    };
    expect(readSaveFailure(await failureOf(save(unread)))).toBe('unknown');
    expect(await save(client, true)).toEqual({ kind: 'saved' });
  });

  it('when another user made the same change, nothing is left to save', async () => {
    const { client, renameAsOther, save } = await beginEdit();
    await renameAsOther('Mine');
    expect(await save(client)).toEqual({ kind: 'saved' });
  });

  it('when another change followed a password change, the save is not confirmed', async () => {
    const { client, renameAsOther, save } = await beginRotation();
    await renameAsOther('Phoenix test connection');
    expect(await save(client)).toMatchObject({ kind: 'conflict', wasLost: false });
  });

  it('after a lost response and a later change by another user, no user is blamed', async () => {
    const { client, losing, save } = await beginEdit();
    const changedAfterwards = {
      ...losing,
      getConnection: async (...asked: Parameters<typeof client.getConnection>) => ({
        ...(await client.getConnection(...asked)),
        name: 'Theirs',
      }),
    };
    expect(await save(changedAfterwards)).toMatchObject({ kind: 'conflict', wasLost: true });
  });
});

describe('a failure', () => {
  it.each([
    ['refused', 'forbidden-without-reason'],
    ['unknown', 'timeout'],
    ['unknown', 'cut-before'],
  ])('keeps the changes %s in the scenario %s', async (meaning, scenario) => {
    const { client, save, switchOn } = await beginEdit();
    await switchOn(scenario);
    expect(readSaveFailure(await failureOf(save(client)))).toBe(meaning);
  });

  it.each(['timeout', 'server-error', 'html-page', 'cut-before'])(
    'to read the other change keeps the changes unsaved in the scenario %s',
    async (scenario) => {
      const { client, renameAsOther, save, switchOn } = await beginEdit();
      await renameAsOther();
      const failing = {
        ...client,
        getConnection: async (...asked: Parameters<typeof client.getConnection>) => {
          await switchOn(scenario);
          return client.getConnection(...asked);
        },
      };
      expect(readSaveFailure(await failureOf(save(failing)))).toBe('conflict');
    },
  );

  it('of the page itself says nothing about the changes', () => {
    expect(readSaveFailure(new TypeError('Of our own'))).toBe('unknown');
  });
});
