import { expect, it } from 'vitest';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type ProxyFailure, proxyProblemPrefix } from '../flow-service/schemas/proxy-problem.ts';
import { locateFailure } from './locate-failure.ts';

function answer(status: number, body: string) {
  return FlowServiceError.fromAnswer('createConnection', new Response(null, { status }), body);
}

function proxy(reached: string, failure: ProxyFailure = 'cut') {
  const problem = { type: `${proxyProblemPrefix}${failure}`, title: 't', status: 502, detail: 'd', reached };
  return answer(502, JSON.stringify(problem));
}

it.each([
  ['no response in the browser', FlowServiceError.fromNetwork('createConnection', null, null), 1, true],
  ['a request that never left the server', proxy('no'), 2, true],
  ['a request that never reached the server', proxy('no', 'unseen'), 1, true],
  ['a server that restarted meanwhile', proxy('unknown', 'stale-key'), 1, true],
  ['a connection cut behind the server', proxy('unknown'), 2, true],
  ['no response from the service', proxy('unknown', 'timeout'), 2, false],
  ['an undefined status', proxy('unknown', 'malformed'), 2, false],
  ['a response that is too large to forward', proxy('unknown', 'too-large'), 2, true],
  ['a rejected token', answer(401, '{"error_code":"401013"}'), 2, false],
  ['HTML', answer(502, '<html>'), 2, false],
  [
    'an error of the provider',
    answer(400, '{"type":"https://ns.adobe.com/aep/errors/FLOW-1100-400"}'),
    3,
    false,
  ],
])('%s', (_, error, broken, isBetween) => {
  expect(locateFailure(error)).toMatchObject({ broken, isBetween });
});

it('does not report a lost connection when there is no room for the response', () => {
  expect(locateFailure(proxy('unknown', 'busy')).words).toContain('out of memory for the response');
});

it('names the sandbox of the request', () => {
  const error = answer(500, '').of({ sandbox: 'dev', credentials: 'page' });
  expect(locateFailure(error).stations).toContain('Flow Service, sandbox dev');
});

it.each([
  [400, 'did not process it'],
  [500, 'failed to process it'],
])('a response of %i: %s', (status, words) => {
  expect(locateFailure(answer(status, '')).words).toContain(words);
});
