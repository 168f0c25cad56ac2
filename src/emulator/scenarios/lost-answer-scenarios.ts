import type { Answer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import { type Scenario, onCreate } from './scenario.ts';
import { sourceTimedOut } from '../refusal.ts';

/** Requests that are carried out although their answer is lost, late or corrupted. */
export const lostAnswerScenarios = [
  {
    ...onCreate('timeout-created'),
    description: 'The request times out (504), but the connection is created.',
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), answer: sourceTimedOut().toAnswer(call.newId()) }),
  },
  {
    ...onCreate('timeout-created-later'),
    description: 'The request times out (504). The connection is created 5 seconds later.',
    everywhere: false,
    act: (call, operation) => {
      // An invalid request is refused immediately.
      operation(call);
      return { answer: sourceTimedOut().toAnswer(call.newId()), later: { milliseconds: 5000, operation } };
    },
  },
  {
    ...onCreate('cut-created'),
    description: 'The network connection is lost without a response, but the Phoenix connection is created.',
    everywhere: false,
    act: (call, operation) => ({ ...operation(call), answer: 'cut' }),
  },
  {
    ...onCreate('truncated-json'),
    description: 'The response ends in the middle of its JSON. The request is processed.',
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
    ...onCreate('other-shape'),
    description: 'The response reports success in an undocumented format. The request is processed.',
    everywhere: true,
    act: (call, operation) => ({ ...operation(call), answer: jsonAnswer(200, { status: 'ok', data: [] }) }),
  },
  {
    ...onCreate('slow-answer'),
    description: 'The response takes 20 seconds.',
    everywhere: true,
    act: (call, operation) => ({ ...operation(call), delayMilliseconds: 20_000 }),
  },
] as const satisfies readonly Scenario[];

function truncate(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}
