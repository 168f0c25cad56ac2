import { jsonAnswer, emptyAnswer } from '../answer.ts';
import { pageOfSandboxes } from '../operations/list-sandboxes.ts';
import { problem } from '../refusal.ts';
import { manySandboxes, sandboxes } from '../sandboxes.ts';
import { servedEndpoints } from '../served-endpoints.ts';
import type { Scenario } from './scenario.ts';
import { limitRate, retryAfter } from './limit-rate.ts';

/** Sandboxes that cannot be listed or no longer exist, and a connection spec that no longer exists. */
export const sandboxScenarios = [
  {
    name: 'sandbox-gone',
    description: 'The sandbox was deleted after you chose it.',
    reachedBy: { field: 'Sandbox', value: 'gone' },
    on: 'every',
    everywhere: false,
    act: (call, operation) => {
      if (!servedEndpoints[call.endpoint].inSandbox) return operation(call);
      throw problem('2100-404', `No active sandbox has the name ${call.sandbox.name}.`);
    },
  },
  {
    name: 'many-sandboxes',
    description: 'The organization has more than 400 sandboxes.',
    reachedBy: { field: 'API key', value: 'many-sandboxes' },
    on: ['listSandboxes'],
    everywhere: false,
    act: (call) => pageOfSandboxes([...sandboxes, ...manySandboxes], call, '/'),
  },
  {
    name: 'sandboxes-forbidden',
    description: 'Listing sandboxes is forbidden. You can enter the name.',
    reachedBy: { field: 'API key', value: 'sandboxes-forbidden' },
    on: ['listSandboxes'],
    everywhere: false,
    // OAS-SB declares its 403 without a body.
    act: () => ({ answer: emptyAnswer(403) }),
  },
  {
    name: 'sandboxes-failing',
    description: 'Listing sandboxes fails. You can enter the name.',
    reachedBy: { field: 'API key', value: 'sandboxes-failing' },
    on: ['listSandboxes'],
    everywhere: false,
    act: () => ({ answer: emptyAnswer(500) }),
  },
  {
    name: 'sandboxes-rate-limited',
    description: 'Listing sandboxes is rate limited for 3 seconds. Then it works.',
    reachedBy: { field: 'API key', value: 'sandboxes-rate-limited' },
    on: ['listSandboxes'],
    everywhere: false,
    act: limitRate('sandboxes-rate-limited', retryAfter),
  },
  {
    name: 'sandboxes-slow',
    description: 'Listing sandboxes takes 8 seconds.',
    reachedBy: { field: 'API key', value: 'sandboxes-slow' },
    on: ['listSandboxes'],
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), delayMilliseconds: 8000 }),
  },
  {
    name: 'spec-withdrawn',
    description: 'Adobe no longer offers the Phoenix source to the organization.',
    reachedBy: { field: 'API key', value: 'spec-withdrawn' },
    on: ['listConnectionSpecs', 'getConnectionSpec', 'createConnection'],
    everywhere: false,
    // The answer of the live service is not known (docs/flow-service.md#withdrawal-of-the-phoenix-source).
    act: ({ endpoint, id }) => {
      if (endpoint === 'listConnectionSpecs') return { answer: jsonAnswer(200, { items: [] }) };
      if (endpoint === 'getConnectionSpec') {
        throw problem('1439-404', `connectionSpecs not found with id = [${id}]`, id);
      }
      throw problem('1413-400', 'No connection spec has the ID of the request.');
    },
  },
] as const satisfies readonly Scenario[];
