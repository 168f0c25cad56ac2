import { type Socket, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { phoenixRequest } from '../testing/emulator-fixture.ts';
import { closedPolicy } from '../testing/closed-policy.ts';
import { startEmulator } from './start-emulator.ts';
import { createProgramClient } from '../flow-service/program-client.ts';
import { demoCredentials } from '../flow-service/schemas/environment.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { listenForTest, startProxy } from '../proxy/test-target.ts';

/** Relays bytes to a service until this many answers have passed, then closes all connections and stops. */
async function startRelay(target: string, answersBeforeCut: number): Promise<string> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let answers = 0;
  const relay = createServer((client) => {
    const service = connect(Number(port), hostname);
    for (const socket of [client, service]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.pipe(service);
    service.on('data', (data) => {
      answers += 1;
      if (answers <= answersBeforeCut) {
        client.write(data);
        return;
      }
      relay.close();
      for (const socket of sockets) socket.resetAndDestroy();
    });
    service.on('end', () => client.end());
  });
  return listenForTest(relay);
}

test('when every connection is cut during 100 creates, each response states a possible outcome', async () => {
  const emulator = await startEmulator({ host: '127.0.0.1', policy: closedPolicy, port: 0 });
  onTestFinished(() => emulator.close());
  const proxy = await startProxy(await startRelay(emulator.url, 30));
  const demo = await fetch(`${emulator.url}/local/demo-credentials`, { method: 'POST' });
  const credentials = demoCredentials.parse(await demo.json());
  const through = createProgramClient({ baseUrl: `${proxy.origin}/api`, fetch, credentials });
  const direct = createProgramClient({ baseUrl: `${emulator.url}/data/foundation`, fetch, credentials });

  const outcomes = { created: new Set<string>(), notCreated: new Set<string>(), unknown: new Set<string>() };
  const create = async (name: string): Promise<void> => {
    try {
      await through.createConnection('prod', phoenixRequest({}, { name }));
      outcomes.created.add(name);
    } catch (error) {
      if (!(error instanceof FlowServiceError)) throw error;
      outcomes[error.wasNotCarriedOut ? 'notCreated' : 'unknown'].add(name);
    }
  };
  await Promise.all(Array.from({ length: 100 }, (_, index) => create(`connection ${index}`)));

  const { created, notCreated, unknown } = outcomes;
  expect(created.size).toBeGreaterThan(0);
  expect(unknown.size).toBeGreaterThan(0);
  expect(notCreated.size).toBeGreaterThan(0);
  expect(created.size + unknown.size + notCreated.size).toBe(100);
  const { connections } = await direct.listConnections('prod', { limit: 100 });
  const held = connections.map(({ name }) => name);
  expect(held.length).toBeGreaterThanOrEqual(created.size);
  expect(held.length).toBeLessThanOrEqual(created.size + unknown.size);
  expect(held).toEqual(expect.arrayContaining([...created]));
  expect(held.filter((name) => notCreated.has(name))).toEqual([]);
});
