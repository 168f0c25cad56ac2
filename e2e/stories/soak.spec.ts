import { expect, test } from '@playwright/test';
import { heldBy } from '../support/caller-way.ts';
import { getOwnCredentials } from '../support/flow-service.ts';
import { drawPlan } from '../support/soak-plan.ts';
import { walk } from '../support/soak-walk.ts';

const runs = Number(process.env['SOAK_BROWSER_RUNS'] ?? 5);
const firstSeed = Number(process.env['SOAK_SEED'] ?? 1);

for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
  const plan = drawPlan(seed);
  test(`random walk ${seed}, to ${plan.host}`, async ({ page }) => {
    test.setTimeout(90_000);
    test.info().annotations.push({ type: 'steps', description: plan.steps.join(', ') });
    const caller = await getOwnCredentials();
    const consents = await walk(page, caller, plan);
    const held = await heldBy(caller);
    const atHost = (host: string) => held.filter(({ auth }) => auth?.params?.['host'] === host).length;
    for (const host of new Set(held.map(({ auth }) => String(auth?.params?.['host'])))) {
      expect(atHost(host), `connections to ${host}`).toBeLessThanOrEqual(1 + consents);
    }
    expect(held.length).toBeGreaterThan(0);
  });
}
