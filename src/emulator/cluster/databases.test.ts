import { type Socket, createServer } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { closedPolicy } from '../../testing/closed-policy.ts';
import { listenOnLoopback } from '../../testing/listen-on-loopback.ts';
import { createDatabases } from './databases.ts';

const limits = { visits: 4, visitTimeout: 20_000, connectTimeout: 10_000 };

/** A port that accepts connections and sends nothing. */
async function startSilentPort() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket
      .on('error', () => undefined)
      .on('close', () => sockets.delete(socket))
      .resume();
  });
  const port = await listenOnLoopback(server);
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return { address: { host: '127.0.0.1', port, path: '/', isEncrypted: false, credentials: null }, sockets };
}

const credentials = { username: 'admin', password: 'any' };
const nothing = () => Promise.resolve();

it('opens four databases at a time, and the next one when a caller disconnects', async () => {
  const { address, sockets } = await startSilentPort();
  const databases = createDatabases(closedPolicy);
  const callers = Array.from({ length: 5 }, () => new AbortController());
  const visits = callers.map(({ signal }) => databases.visit(address, nothing, signal));
  const outcomes = Promise.allSettled(visits);
  await vi.waitFor(() => expect(sockets.size).toBe(4), 10_000);
  const [first] = sockets;
  callers[0]?.abort();
  await expect(visits[0]).rejects.toMatchObject({ reason: 'answerTimedOut' });
  await vi.waitFor(() => expect([sockets.size, first?.closed]).toEqual([4, true]), 10_000);
  await databases.close();
  expect(await outcomes).toEqual(
    callers.map(() =>
      expect.objectContaining({ reason: expect.objectContaining({ reason: 'answerTimedOut' }) }),
    ),
  );
  await vi.waitFor(() => expect(sockets.size).toBe(0), 10_000);
});

it('stops a visit that takes too long, whatever it does', async () => {
  const { address } = await startSilentPort();
  const databases = createDatabases(closedPolicy, [], { ...limits, visitTimeout: 50 });
  await expect(databases.visit(address, nothing)).rejects.toMatchObject({ reason: 'answerTimedOut' });
  // The sample cluster takes twelve seconds to open this connection.
  const slow = { ...address, host: 'slow.example', credentials };
  await expect(databases.visit(slow, nothing)).rejects.toMatchObject({ reason: 'answerTimedOut' });
  await databases.close();
});

it('distinguishes a slow connection from a slow database', async () => {
  const { address } = await startSilentPort();
  const databases = createDatabases(closedPolicy, [], { ...limits, connectTimeout: 50 });
  await expect(databases.visit({ ...address, isEncrypted: true }, nothing)).rejects.toMatchObject({
    stage: 'encryption',
  });
});

it('shows samples for every host when databases may not be opened', async () => {
  const { address, sockets } = await startSilentPort();
  const databases = createDatabases({ ...closedPolicy, reach: 'off' });
  const tables = await databases.visit({ ...address, credentials }, (client) => client.listTables());
  expect(tables).toHaveLength(12);
  expect(sockets.size).toBe(0);
  await databases.close();
});
