import { jsonAnswer } from '../answer.ts';
import type { Scenario } from './scenario.ts';
import { sourceTimedOut } from '../refusal.ts';

/** What is carried out although its answer is lost, late or spoilt. */
export const lostAnswerScenarios = [
  {
    name: 'timeout-created',
    description: 'A time-out (504), although the connection was created.',
    reachedBy: { field: 'Host', value: 'timeout-created.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), answer: sourceTimedOut().toAnswer(call.newId()) }),
  },
  {
    name: 'timeout-created-later',
    description: 'A time-out (504), and five seconds later the connection is created all the same.',
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
    description: 'The connection breaks without an answer, although the Phoenix connection was created.',
    reachedBy: { field: 'Host', value: 'cut-created.example' },
    on: ['createConnection'],
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), answer: 'cut' }),
  },
  {
    name: 'truncated-json',
    description: 'The answer breaks off in the middle of its JSON; what was asked for is carried out.',
    reachedBy: { field: 'Host', value: 'truncated-json.example' },
    on: ['createConnection'],
    everywhere: true,
    act: (call, operation) => {
      const outcome = operation(call);
      if (outcome.answer === 'cut') return outcome;
      const { body } = outcome.answer;
      return { ...outcome, answer: { ...outcome.answer, body: body.slice(0, Math.floor(body.length / 2)) } };
    },
  },
  {
    name: 'other-shape',
    description:
      'The answer is a success of a shape that nobody documented; what was asked for is carried out.',
    reachedBy: { field: 'Host', value: 'other-shape.example' },
    on: ['createConnection'],
    everywhere: true,
    act: (call, operation) => ({ ...operation(call), answer: jsonAnswer(200, { status: 'ok', data: [] }) }),
  },
  {
    name: 'slow-answer',
    description: 'The answer takes twenty seconds.',
    reachedBy: { field: 'Host', value: 'slow-answer.example' },
    on: ['createConnection'],
    everywhere: true,
    act: (call, operation) => ({ ...operation(call), delayMilliseconds: 20_000 }),
  },
] as const satisfies readonly Scenario[];
