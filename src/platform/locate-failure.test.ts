import { expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { locateFailure } from './locate-failure.ts';

function answer(status: number, body: string) {
  return FlowServiceError.fromAnswer('createConnection', new Response(null, { status }), body);
}

function proxy(reached: string) {
  const problem = { type: 'urn:phoenix-connection:proxy:cut', title: 't', status: 502, detail: 'd', reached };
  return answer(502, JSON.stringify(problem));
}

it.each([
  ['no answer in the browser', FlowServiceError.fromNetwork('createConnection', null, null), 1, true],
  ['a request that never left the server', proxy('no'), 2, true],
  ['a connection cut behind the server', proxy('unknown'), 2, true],
  ['a token refused', answer(401, '{"error_code":"401013"}'), 2, false],
  ['HTML', answer(502, '<html>'), 2, false],
  ['a provider’s refusal', answer(400, '{"type":"https://ns.adobe.com/aep/errors/FLOW-1100-400"}'), 3, false],
])('%s', (_, error, broken, isBetween) => {
  expect(locateFailure(error)).toMatchObject({ broken, isBetween });
});

it.each([
  [400, 'did not carry it out'],
  [500, 'failed on it'],
])('an answer of %i: %s', (status, words) => {
  expect(locateFailure(answer(status, '')).words).toContain(words);
});
