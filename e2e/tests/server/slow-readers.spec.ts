import { expect } from '@playwright/test';
import { startLargeAnswers } from '../../support/network/large-answers.ts';
import { openUnread } from '../../support/network/open-socket.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { test } from '../../support/servers/cleanup.ts';

/** The maximum size that the server forwards. */
const size = 16 * 1024 * 1024;

test('100 clients that do not read their responses use little memory, and other clients are served', async ({
  cleanup,
}) => {
  const gateway = await startLargeAnswers(size);
  cleanup(gateway.close);
  const app = await startOwnApp({ HOST: '127.0.0.1', AEP_GATEWAY_URL: gateway.origin });
  cleanup(app.close);
  const path = '/api/flowservice/connections';
  const before = app.memory();

  const unread = await Promise.all(Array.from({ length: 100 }, () => openUnread(app.origin, path)));
  cleanup(() => unread.forEach((socket) => socket.destroy()));
  const after = app.memory();
  process.stdout.write(`resident memory: ${Math.round(before)} MiB before, ${Math.round(after)} MiB after\n`);
  expect(after - before).toBeLessThan(500);
  const answer = await fetch(`${app.origin}${path}`);
  expect((await answer.arrayBuffer()).byteLength).toBe(size);
});
