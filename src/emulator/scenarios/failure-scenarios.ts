import type { Answer } from '../answer.ts';
import { problem, sourceTimedOut } from '../refusal.ts';
import type { Scenario } from './scenario.ts';
import { limitRate, retryAfter } from './limit-rate.ts';

/** Failures of the service that say what they are. */
export const failureScenarios = [
  {
    name: 'rate-limited',
    description: 'Too many requests. Requests work again after 3 seconds.',
    reachedBy: { field: 'Host', value: 'rate-limited.example' },
    on: ['createConnection'],
    everywhere: true,
    act: limitRate('rate-limited', {}),
  },
  {
    name: 'rate-limited-retry-after',
    description: 'Too many requests. The response asks to retry after 3 seconds.',
    reachedBy: { field: 'Host', value: 'rate-limited-retry-after.example' },
    on: ['createConnection'],
    everywhere: true,
    act: limitRate('rate-limited-retry-after', retryAfter),
  },
  {
    name: 'server-error',
    description: 'The service fails with status 500. Nothing is created.',
    reachedBy: { field: 'Host', value: 'server-error.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => {
      throw problem('1400-500', 'An internal error occurred.');
    },
  },
  {
    name: 'unavailable',
    description: 'The service is temporarily unavailable (503). Nothing is created.',
    reachedBy: { field: 'Host', value: 'unavailable.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => {
      throw problem('1103-503', 'The service is temporarily unavailable.');
    },
  },
  {
    name: 'html-page',
    description: 'The gateway returns a web page instead of JSON. Nothing is created.',
    reachedBy: { field: 'Host', value: 'html-page.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => ({ answer: htmlPage }),
  },
  {
    name: 'cut-before',
    description: 'The network connection is lost before the request is processed.',
    reachedBy: { field: 'Host', value: 'cut-before.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => ({ answer: 'cut' }),
  },
  {
    name: 'timeout',
    description: 'The request times out (504). Nothing is created, now or later.',
    reachedBy: { field: 'Host', value: 'timeout.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => {
      throw sourceTimedOut();
    },
  },
] as const satisfies readonly Scenario[];

const htmlPage: Answer = {
  status: 502,
  headers: { 'Content-Type': 'text/html' },
  body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
};
