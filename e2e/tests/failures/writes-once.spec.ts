import { type Page, expect } from '@playwright/test';
import { gatewayBasePath } from '../../../src/flow-service/endpoints.ts';
import type { Connection } from '../../../src/flow-service/schemas/connection.ts';
import type { DemoCredentials } from '../../../src/flow-service/schemas/environment.ts';
import type { Break } from '../../support/network/breaking-relay.ts';
import { answerAs, heldBy, startAnother } from '../../support/wizard/caller-navigation.ts';
import { countCreates } from '../../support/wizard/count-creates.ts';
import { askServiceAt, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { startGateway } from '../../support/network/gateway.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { emulatorPort } from '../../support/servers/ports.ts';
import { problemSummary } from '../../support/wizard/problems.ts';
import { openThroughRelay } from '../../support/network/through-relay.ts';
import { test } from '../../support/servers/cleanup.ts';
import { expectStep, mycluster, press, readConnectionId } from '../../support/wizard/wizard.ts';

const emulatorOrigin = `http://127.0.0.1:${emulatorPort}`;

/** Lists a caller's sandbox in the local Flow Service that the tests' own apps share. */
async function heldByEmulator(caller: DemoCredentials) {
  const service = askServiceAt(`${emulatorOrigin}${gatewayBasePath}`, caller);
  return (await service.listConnections(caller.sandbox, {})).connections;
}

/** Expects that the page shows the connection, and that the sandbox has it once. */
async function expectCreated(page: Page, list: () => Promise<readonly Connection[]>) {
  await expectStep(page, 'Phoenix mycluster');
  await expect(page.getByText('Created in sandbox prod.')).toBeVisible();
  const id = await readConnectionId(page);
  expect((await list()).map((held) => held.id)).toEqual([id]);
}

/** How the connection of the next write breaks, and the minimum number of times that the request is then sent. */
const breaks = [
  ['is reset before the request arrives', { at: 'request', by: 'reset' }, 2],
  ['ends before the request arrives', { at: 'request', by: 'end' }, 2],
  ['is reset before the response arrives', { at: 'answer', by: 'reset' }, 2],
  ['ends before the response arrives', { at: 'answer', by: 'end' }, 2],
  ['is reset in the headers of the response', { at: 'head', by: 'reset' }, 1],
  ['ends in the headers of the response', { at: 'head', by: 'end' }, 1],
  ['ends in the body of the response', { at: 'body', by: 'end' }, 1],
] satisfies [string, Break, number][];

test('one click on Create makes one connection, wherever the connection to the server breaks', async ({
  browser,
  cleanup,
}) => {
  const { relay, page } = await openThroughRelay(browser, cleanup);
  await page.goto('/');
  /** Runs a step of the test on Review with a caller whose sandbox is empty. */
  const onReview = (name: string, run: (caller: DemoCredentials, writes: () => number) => Promise<void>) =>
    test.step(name, async () => {
      const caller = await getOwnCredentials();
      await answerAs(page, caller, mycluster);
      const before = relay.writes();
      await run(caller, () => relay.writes() - before);
      await startAnother(page);
    });

  for (const [name, lost, leastSent] of breaks) {
    await onReview(`it ${name}`, async (caller, writes) => {
      const creates = countCreates(page);
      relay.breakNext(lost);
      await press(page, 'Create connection');
      await expectCreated(page, () => heldBy(caller));
      // The page sends the request once, and in most cases the browser sends it again.
      expect(creates()).toBe(1);
      expect(writes()).toBeGreaterThanOrEqual(leastSent);
    });
  }

  await onReview('no response arrives', async (caller, writes) => {
    relay.breakEvery({ at: 'answer', by: 'reset' });
    await press(page, 'Create connection');
    await expectCreated(page, () => heldBy(caller));
    expect(writes()).toBeGreaterThanOrEqual(2);
    relay.breakEvery(null);
  });

  await onReview('it never arrives, which is shown as safe to repeat', async (caller) => {
    relay.breakEvery({ at: 'request', by: 'reset' });
    await press(page, 'Create connection');
    await expect(problemSummary(page)).toContainText(
      'The request did not reach the wizard server. Try again. This request changed nothing.',
    );
    await expect(problemSummary(page)).toContainText(
      'The connection was not created. It is safe to try again.',
    );
    expect(await heldBy(caller)).toEqual([]);
    relay.breakEvery(null);
    await press(page, 'Try again');
    await expectStep(page, 'Phoenix mycluster');
    await expectCreated(page, () => heldBy(caller));
  });

  await onReview('the server cannot be reached for a moment', async (caller) => {
    relay.breakNext({ at: 'answer', by: 'reset', meanwhile: relay.leave });
    await press(page, 'Create connection');
    await expect.poll(() => heldBy(caller)).toHaveLength(1);
    await relay.comeBack();
    await expectCreated(page, () => heldBy(caller));
  });
});

test('a server that restarts during a create makes no second connection, and accepts the next click', async ({
  browser,
  cleanup,
}) => {
  const settings = { AEP_GATEWAY_URL: emulatorOrigin };
  const [before, after] = await Promise.all([startOwnApp(settings), startOwnApp(settings)]);
  for (const app of [before, after]) cleanup(app.close);
  const { relay, page } = await openThroughRelay(browser, cleanup, before.origin);
  const caller = await getOwnCredentials();
  await page.goto('/');
  await answerAs(page, caller, mycluster);
  relay.breakNext({
    at: 'answer',
    by: 'reset',
    meanwhile: () => {
      relay.leadTo(after.origin);
      relay.breakAll();
    },
  });
  await press(page, 'Create connection');
  await expect(page.getByText('The response was lost, but the connection was found')).toBeVisible();
  const id = await readConnectionId(page);
  expect((await heldByEmulator(caller)).map((held) => held.id)).toEqual([id]);
  expect(relay.writes()).toBe(2);
  await press(page, 'Delete');
  await press(page, 'Delete connection');
  await expectStep(page, 'Connections');
  expect(await heldByEmulator(caller)).toEqual([]);
});

test('a repeated create joins the one that is running, and no gateway error sends another', async ({
  browser,
  cleanup,
}) => {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  let status: number | null = null;
  let creates = 0;
  const gateway = await startGateway({
    port: 0,
    onRequest: ({ method }) => {
      if (method !== 'POST') return undefined;
      creates += 1;
      return isReleased;
    },
    statusOf: ({ method }, actual) => (method === 'POST' ? (status ?? actual) : actual),
  });
  cleanup(gateway.close);
  const app = await startOwnApp({ AEP_GATEWAY_URL: gateway.origin });
  cleanup(app.close);
  const { relay, page } = await openThroughRelay(browser, cleanup, app.origin);
  await page.goto('/');

  await test.step('the connection breaks while the create is running', async () => {
    const caller = await getOwnCredentials();
    await answerAs(page, caller, mycluster);
    await press(page, 'Create connection');
    await expect.poll(() => creates).toBe(1);
    relay.breakAll();
    await expect.poll(relay.writes).toBe(2);
    release();
    await expectCreated(page, () => heldByEmulator(caller));
    expect(creates).toBe(1);
  });

  for (status of [407, 408, 421, 425, 600]) {
    await test.step(`the gateway returns ${status}`, async () => {
      await startAnother(page);
      const caller = await getOwnCredentials();
      await answerAs(page, caller, mycluster);
      const before = { creates, writes: relay.writes() };
      await press(page, 'Create connection');
      await expect(page.getByText('The response was lost, but the connection was found')).toBeVisible();
      expect(await heldByEmulator(caller)).toHaveLength(1);
      expect([creates - before.creates, relay.writes() - before.writes]).toEqual([1, 1]);
    });
  }
});
