import * as fc from 'fast-check';
import { scenarios } from '../../../src/emulator/scenarios/scenarios.ts';
import { type WireFault, wireFaults } from '../network/wire-relay.ts';
import { mycluster } from '../wizard/wizard.ts';

/** What a person may do next, if the page offers it. */
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
  'leaveItAtThat',
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

/** These count the requests of all callers of the service, or take longer than anybody waits. */
const leftOut = /^(?:rate-limited|token-expires|slow-answer)/;

/** What a create can lead to. */
const hosts = [
  mycluster.host,
  ...scenarios
    .filter(({ name, on, reachedBy: { field } }) => field === 'Host' && isOnCreate(on) && !leftOut.test(name))
    .map(({ reachedBy }) => reachedBy.value),
];

function isOnCreate(on: string | readonly string[]): boolean {
  return on.includes('createConnection');
}

/** The same plan for the same seed. */
export function drawPlan(seed: number): SoakPlan {
  const plans = fc.record({
    host: fc.constantFrom(...hosts),
    steps: fc.array(fc.constantFrom(...steps), { minLength: 14, maxLength: 14 }),
    faults: fc.array(fc.constantFrom(...wireFaults), { minLength: 4, maxLength: 4 }),
  });
  const [plan] = fc.sample(plans, { seed, numRuns: 1 });
  if (plan === undefined) throw new Error('No plan was drawn.');
  return plan;
}
