import { expect } from '@playwright/test';
import { proxyProblem } from '../../../src/flow-service/schemas/proxy-problem.ts';
import { startLargeAnswers } from '../../support/network/large-answers.ts';
import { openSocket, openUnread } from '../../support/network/open-socket.ts';
import { startDemo, startDevServer, startOwnApp } from '../../support/servers/own-app.ts';
import { startCommand, startProgram } from '../../support/servers/start-program.ts';
import { test } from '../../support/servers/cleanup.ts';

/** Whether a server listens there. */
const isTaken = (origin: string) =>
  openSocket(origin).then(
    (socket) => {
      socket.destroy();
      return true;
    },
    () => false,
  );

const times = <Result>(count: number, task: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, task));

test('the server stops in time whatever its clients do, and reports that the outcome of a create is unknown', async ({
  cleanup,
}) => {
  const gateway = await startLargeAnswers(16 * 1024 * 1024);
  cleanup(gateway.close);
  const app = await startOwnApp({ HOST: '127.0.0.1', AEP_GATEWAY_URL: gateway.origin });
  cleanup(app.close);
  const silent = await times(100, () => openSocket(app.origin));
  const unread = await times(20, () => openUnread(app.origin, '/api/flowservice/connections'));
  cleanup(() => [...silent, ...unread].forEach((socket) => socket.destroy()));
  const create = fetch(`${app.origin}/api/flowservice/connections`, { method: 'POST', body: '{}' });
  await expect.poll(gateway.writes).toBe(1);

  const start = performance.now();
  const ended = app.stop();
  const answer = await create;
  expect(answer.status).toBe(504);
  expect(proxyProblem.parse(await answer.json())).toMatchObject({ reached: 'unknown' });
  expect(await ended).toBe(0);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test('a second signal stops the server immediately', async ({ cleanup }) => {
  const gateway = await startLargeAnswers(0);
  cleanup(gateway.close);
  const app = await startOwnApp({ HOST: '127.0.0.1', AEP_GATEWAY_URL: gateway.origin });
  cleanup(app.close);
  const create = fetch(`${app.origin}/api/flowservice/connections`, { method: 'POST', body: '{}' });
  const lost = expect(create).rejects.toThrow('fetch failed');
  await expect.poll(gateway.writes).toBe(1);
  void app.stop();
  await expect.poll(() => isTaken(app.origin)).toBe(false);
  expect(await app.stop()).toBe(1);
  await lost;
});

test('each idle server stops immediately and frees its port', async ({ cleanup }) => {
  const programs = [
    () => startOwnApp({}),
    () => startDemo(),
    () => startProgram('src/server/emulator.ts', {}),
    () => startDevServer(),
  ];
  for (const start of programs) {
    const { origin, stop, close } = await start();
    cleanup(close);
    const silent = await openSocket(origin);
    cleanup(() => silent.destroy());
    await stop();
    expect(await isTaken(origin)).toBe(false);
  }
});

test('programs that npm started stop with npm', async ({ cleanup }) => {
  for (const script of ['start', 'emulator', 'dev']) {
    const { origin, stop, close } = await startCommand(['npm', 'run', script], {});
    cleanup(close);
    await stop();
    await expect.poll(() => isTaken(origin), { timeout: 15_000 }).toBe(false);
  }
});
