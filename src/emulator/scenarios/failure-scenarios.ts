import type { Answer } from '../answer.ts';
import { problem, sourceTimedOut } from '../refusal.ts';
import { type Scenario, onCreate, refuse } from './scenario.ts';
import { limitRate, retryAfter } from './limit-rate.ts';

/** Failures that the service reports as errors. */
export const failureScenarios = [
  {
    ...onCreate('rate-limited'),
    description: 'Too many requests. Requests work again after 3 seconds.',
    everywhere: true,
    act: limitRate('rate-limited', {}),
  },
  {
    ...onCreate('rate-limited-retry-after'),
    description: 'Too many requests. The response asks to retry after 3 seconds.',
    everywhere: true,
    act: limitRate('rate-limited-retry-after', retryAfter),
  },
  {
    ...onCreate('server-error'),
    description: 'The service fails with status 500. Nothing is created.',
    everywhere: true,
    act: refuse(() => problem('1400-500', 'An internal error occurred.')),
  },
  {
    ...onCreate('unavailable'),
    description: 'The service is temporarily unavailable (503). Nothing is created.',
    everywhere: true,
    act: refuse(() => problem('1103-503', 'The service is temporarily unavailable.')),
  },
  {
    ...onCreate('html-page'),
    description: 'The gateway returns a web page instead of JSON. Nothing is created.',
    everywhere: true,
    act: () => ({ answer: htmlPage }),
  },
  {
    ...onCreate('cut-before'),
    description: 'The network connection is lost before the request is processed.',
    everywhere: true,
    act: () => ({ answer: 'cut' }),
  },
  {
    ...onCreate('timeout'),
    description: 'The request times out (504). Nothing is created, now or later.',
    everywhere: true,
    act: refuse(() => sourceTimedOut()),
  },
] as const satisfies readonly Scenario[];

const htmlPage: Answer = {
  status: 502,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
};
