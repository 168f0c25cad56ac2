import * as fc from 'fast-check';
import { scenarios } from '../../../src/emulator/scenarios/scenarios.ts';
import { type WireFault, wireFaults } from '../network/wire-relay.ts';
import { mycluster } from '../wizard/wizard.ts';

/** The actions of a user. An action that the page does not offer is skipped. */
const steps = [
  'type',
  'continue',
  'continue',
  'back',
  'goBack',
  'goForward',
  'reload',
  'create',
  'create',
  'createAndReload',
  'stopLooking',
  'lookAgain',
  'tryAgain',
  'stopTrying',
  'change',
  'lookElsewhere',
  'wait',
] as const;
export type SoakStep = (typeof steps)[number];

export interface SoakPlan {
  readonly host: string;
  readonly steps: readonly SoakStep[];
  readonly faults: readonly WireFault[];
}

/** These scenarios count the requests of all callers, or take longer than the test waits. */
const leftOut = /^(?:rate-limited|token-expires|slow-answer)/;

/** A working host and the hosts of the scenarios that affect a create. */
const hosts = [
  mycluster.host,
  ...scenarios
    .filter(({ name, on, reachedBy: { field } }) => field === 'Host' && isOnCreate(on) && !leftOut.test(name))
    .map(({ reachedBy }) => reachedBy.value),
];

function isOnCreate(on: string | readonly string[]): boolean {
  return on.includes('createConnection');
}

/** Draws a plan. The same seed gives the same plan. */
export function drawPlan(seed: number): SoakPlan {
  const plans = fc.record({
    host: fc.constantFrom(...hosts),
    steps: fc.array(fc.constantFrom(...steps), { minLength: 14, maxLength: 14 }),
    faults: fc.array(fc.constantFrom(...wireFaults), { minLength: 4, maxLength: 4 }),
  });
  const [plan] = fc.sample(plans, { seed, numRuns: 1 });
  if (plan === undefined) throw new Error('The plan is missing.');
  return plan;
}
