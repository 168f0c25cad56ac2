import { expect } from '@playwright/test';
import { gatewayBasePath } from '../../../src/flow-service/endpoints.ts';
import { askServiceAt, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { emulatorPort } from '../../support/servers/ports.ts';
import { drawPlan } from '../../support/failures/soak-plan.ts';
import { walk } from '../../support/failures/soak-walk.ts';
import { test } from '../../support/servers/cleanup.ts';
import { type WireRelay, startWireRelay } from '../../support/network/wire-relay.ts';
import { type CallerAnswers, readConnectionId } from '../../support/wizard/wizard.ts';

const runs = Number(process.env['SOAK_BROWSER_RUNS'] ?? 2);
const firstSeed = Number(process.env['SOAK_SEED'] ?? 1);
const service = `http://127.0.0.1:${emulatorPort}`;

let relay: WireRelay;
test.beforeAll(async () => {
  relay = await startWireRelay({ AEP_GATEWAY_URL: service });
});
test.afterAll(() => relay.close());

async function listHeld(caller: CallerAnswers) {
  const client = askServiceAt(`${service}${gatewayBasePath}`, caller);
  return (await client.listConnections(caller.sandbox, {})).connections;
}

for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  const plan = drawPlan(seed);
  test(`random walk ${seed}, to ${plan.host}`, async ({ browser, cleanup }) => {
    test.setTimeout(240_000);
    test
      .info()
      .annotations.push(
        { type: 'steps', description: plan.steps.join(', ') },
        { type: 'faults', description: plan.faults.join(', ') },
      );
    relay.setFaults(plan.faults);
    const page = await browser.newPage({ baseURL: relay.origin });
    cleanup(() => page.close());
    const caller = await getOwnCredentials();
    const consents = await walk(page, caller, plan, () => listHeld(caller));
    const held = await listHeld(caller);
    const hosts = held.map(({ auth }) => String(auth?.params?.['host']));
    for (const host of new Set(hosts)) {
      const count = hosts.filter((other) => other === host).length;
      expect(count, `connections to ${host}`).toBeLessThanOrEqual(1 + consents);
    }
    expect(held.length).toBeGreaterThan(0);
    if (/\/connections\//.test(page.url())) {
      const shown = await readConnectionId(page);
      expect(held.map(({ id }) => id)).toContain(shown);
    }
  });
}
