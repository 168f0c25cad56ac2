import type { Answer } from '../answer.ts';
import { problem, sourceTimedOut } from '../refusal.ts';
import type { Scenario } from './scenario.ts';
import { limitRate, retryAfter } from './limit-rate.ts';

/** Failures of the service that say what they are. */
export const failureScenarios = [
  {
    name: 'rate-limited',
    description: 'Too many requests; after three seconds it goes on.',
    reachedBy: { field: 'Host', value: 'rate-limited.example' },
    on: ['createConnection'],
    everywhere: true,
    act: limitRate('rate-limited', {}),
  },
  {
    name: 'rate-limited-retry-after',
    description: 'Too many requests, with the advice to come back in three seconds.',
    reachedBy: { field: 'Host', value: 'rate-limited-retry-after.example' },
    on: ['createConnection'],
    everywhere: true,
    act: limitRate('rate-limited-retry-after', retryAfter),
  },
  {
    name: 'server-error',
    description: 'The service fails with a 500, and nothing is carried out.',
    reachedBy: { field: 'Host', value: 'server-error.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => {
      throw problem('1400-500', 'An internal error occurred.');
    },
  },
  {
    name: 'unavailable',
    description: 'The service is unavailable for now (503), and nothing is carried out.',
    reachedBy: { field: 'Host', value: 'unavailable.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => {
      throw problem('1103-503', 'The service is temporarily unavailable.');
    },
  },
  {
    name: 'html-page',
    description: 'A web page of the gateway comes back instead of JSON, and nothing is carried out.',
    reachedBy: { field: 'Host', value: 'html-page.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => ({ answer: htmlPage }),
  },
  {
    name: 'cut-before',
    description: 'The connection breaks before anything was carried out.',
    reachedBy: { field: 'Host', value: 'cut-before.example' },
    on: ['createConnection'],
    everywhere: true,
    act: () => ({ answer: 'cut' }),
  },
  {
    name: 'timeout',
    description: 'A time-out (504), and nothing is carried out, now or later.',
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
