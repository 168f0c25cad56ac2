import { expect, it } from 'vitest';
import { createEmulatorFixture } from '../testing/emulator-fixture.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { startCreate } from '../testing/start-create.ts';

const start = (host: string) => startCreate(createEmulatorFixture(), host);

it('sends one request and returns the created connection', async () => {
  const { create, list, sent } = start('db.example');
  const outcome = await create();
  const [held] = await list();
  expect(outcome).toMatchObject({
    kind: 'created',
    receipt: { id: held?.id, etag: held?.etag },
    wasLost: false,
  });
  expect(sent()).toBe(1);
});

it('an error response is thrown, and nothing is created', async () => {
  const { create, list } = start('wrong-password.example');
  await expect(create()).rejects.toMatchObject({ status: 400, wasNotCarriedOut: true });
  expect(await list()).toEqual([]);
});

it('nothing is sent when the sandbox cannot be read first', async () => {
  const { create, dependencies, sent, attempt } = start('db.example');
  dependencies.list = () => Promise.reject(FlowServiceError.fromNetwork('listConnections', null, null));
  await expect(create()).rejects.toMatchObject({ kind: 'network' });
  expect(sent()).toBe(0);
  expect(attempt()).toBeNull();
});

it('nothing is sent when the connection page cannot be loaded', async () => {
  const { create, dependencies, sent, attempt } = start('db.example');
  dependencies.preparePage = () => Promise.reject(new Error('not loaded'));
  await expect(create()).rejects.toThrow('not loaded');
  expect(sent()).toBe(0);
  expect(attempt()).toBeNull();
});

it('nothing is sent after a cancel, even if the sandbox responds late', async () => {
  const { create, dependencies, sent, list } = start('db.example');
  const cancel = new AbortController();
  dependencies.signal = cancel.signal;
  dependencies.list = async () => {
    cancel.abort();
    return list();
  };
  await expect(create()).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent()).toBe(0);
});
