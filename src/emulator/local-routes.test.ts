import { describe, expect, it } from 'vitest';
import { readAccessToken } from '../flow-service/schemas/access-token.ts';
import { demoCredentials, scenarioList } from '../flow-service/schemas/environment.ts';
import type { Emulator } from './emulator.ts';
import {
  createEmulatorFixture,
  failureOf,
  origin,
  phoenixRequest,
  startOfTime,
} from '../testing/emulator-fixture.ts';
import { scenarios } from './scenarios/scenarios.ts';

function local(emulator: Emulator, method: string, path: string, body?: unknown) {
  return emulator.fetch(
    new Request(`${origin}/local/${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  );
}

describe('POST /local/demo-credentials', () => {
  it('returns credentials that the service accepts for a day, with a new token each time', async () => {
    const { emulator, clientAs } = createEmulatorFixture();
    const first = demoCredentials.parse(await (await local(emulator, 'POST', 'demo-credentials')).json());
    const second = demoCredentials.parse(await (await local(emulator, 'POST', 'demo-credentials')).json());
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(readAccessToken(first.accessToken)).toEqual({
      clientId: first.apiKey,
      expiresAt: startOfTime + 86_400_000,
    });
    await expect(clientAs(first).createConnection(first.sandbox, phoenixRequest())).resolves.toHaveProperty(
      'id',
    );
  });
});

describe('/local/scenarios', () => {
  it('lists every scenario with the value to type, and the active one', async () => {
    const { emulator } = createEmulatorFixture();
    const { current, scenarios: listed } = scenarioList.parse(
      await (await local(emulator, 'GET', 'scenarios')).json(),
    );
    expect(current).toBeNull();
    expect(new Set(listed.map(({ name }) => name))).toEqual(new Set(scenarios.map(({ name }) => name)));
    expect(listed).toHaveLength(scenarios.length);
    const changed = await local(emulator, 'PUT', 'scenarios', { current: 'unavailable' });
    expect(await changed.json()).toEqual({ current: 'unavailable', scenarios: listed });
    const after = await local(emulator, 'GET', 'scenarios');
    expect(await after.json()).toMatchObject({ current: 'unavailable' });
  });

  it('turns a scenario off', async () => {
    const { emulator, client } = createEmulatorFixture();
    await local(emulator, 'PUT', 'scenarios', { current: 'unavailable' });
    await failureOf(client.listSandboxes());
    await local(emulator, 'PUT', 'scenarios', { current: null });
    await expect(client.listSandboxes()).resolves.toHaveProperty('items.length', 3);
  });

  it.each([{ current: 'no-such-scenario' }, { current: 7 }, {}])('rejects %j', async (body) => {
    const { emulator } = createEmulatorFixture();
    expect((await local(emulator, 'PUT', 'scenarios', body)).status).toBe(400);
  });
});

it('POST /local/reset clears connections, scenario and rejected tokens', async () => {
  const { emulator, client } = createEmulatorFixture();
  await client.createConnection('dev', phoenixRequest());
  await failureOf(client.createConnection('prod', phoenixRequest({ host: 'token-expires.example' })));
  await local(emulator, 'PUT', 'scenarios', { current: 'unavailable' });
  const response = await local(emulator, 'POST', 'reset');
  expect([response.status, await response.text()]).toEqual([204, '']);
  expect(await client.countConnections('dev', [])).toBe(0);
});
