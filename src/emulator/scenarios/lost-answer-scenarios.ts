import type { Answer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import type { Scenario } from './scenario.ts';
import { sourceTimedOut } from '../refusal.ts';

/** What is carried out although its answer is lost, late or spoilt. */
export const lostAnswerScenarios = [
  {
    name: 'timeout-created',
    description: 'The request times out (504), but the connection is created.',
    reachedBy: { field: 'Host', value: 'timeout-created.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), answer: sourceTimedOut().toAnswer(call.newId()) }),
  },
  {
    name: 'timeout-created-later',
    description: 'The request times out (504). The connection is created 5 seconds later.',
    reachedBy: { field: 'Host', value: 'timeout-created-later.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => {
      // A request that is refused is refused now.
      operation(call);
      return { answer: sourceTimedOut().toAnswer(call.newId()), later: { milliseconds: 5000, operation } };
    },
  },
  {
    name: 'cut-created',
    description: 'The network connection is lost without a response, but the Phoenix connection is created.',
    reachedBy: { field: 'Host', value: 'cut-created.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), answer: 'cut' }),
  },
  {
    name: 'truncated-json',
    description: 'The response ends in the middle of its JSON. The request is processed.',
    reachedBy: { field: 'Host', value: 'truncated-json.example' },
    on: ['createConnection'],
    everywhere: true,
    act: (call, operation) => {
      const outcome = operation(call);
      const { answer } = outcome;
      if (answer === 'cut') return outcome;
      if (typeof answer !== 'function') return { ...outcome, answer: truncate(answer) };
      return { ...outcome, answer: async (databases) => truncate(await answer(databases)) };
    },
  },
  {
    name: 'other-shape',
    description: 'The response reports success in an undocumented format. The request is processed.',
    reachedBy: { field: 'Host', value: 'other-shape.example' },
    on: ['createConnection'],
    everywhere: true,
    act: (call, operation) => ({ ...operation(call), answer: jsonAnswer(200, { status: 'ok', data: [] }) }),
  },
  {
    name: 'slow-answer',
    description: 'The response takes 20 seconds.',
    reachedBy: { field: 'Host', value: 'slow-answer.example' },
    on: ['createConnection'],
    everywhere: true,
    act: (call, operation) => ({ ...operation(call), delayMilliseconds: 20_000 }),
  },
] as const satisfies readonly Scenario[];

function truncate(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}
