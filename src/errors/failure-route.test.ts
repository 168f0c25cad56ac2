import { expect, it } from 'vitest';
import type { EndpointName } from '../flow-service/endpoints.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { type ProxyFailure, proxyProblemPrefix } from '../flow-service/schemas/proxy-problem.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { toFailureRoute } from './failure-route.ts';

function answer(status: number, body: string, endpoint: EndpointName = 'createConnection') {
  return FlowServiceError.fromAnswer(endpoint, new Response(null, { status }), body);
}

function proxy(reached: string, failure: ProxyFailure = 'cut') {
  const problem = { type: `${proxyProblemPrefix}${failure}`, title: 't', status: 502, detail: 'd', reached };
  return answer(502, JSON.stringify(problem));
}

/** Each stop in short: the initial of its place and its state, after `x` where the request was cut off before it. */
function outline(error: FlowServiceError) {
  return toFailureRoute(error, phoenix)
    .route.map(({ place, state, isCutOff }) => `${isCutOff ? 'x ' : ''}${place} ${state}`)
    .join(', ');
}

const lostAtBrowser = 'browser passed, x server unknown, adobe unknown, database unknown';
const neverAtServer = 'browser passed, x server waiting, adobe waiting, database waiting';
const lostBehindServer = 'browser passed, server passed, x adobe unknown, database unknown';
const adobeFailed = 'browser passed, server passed, adobe failed, database unknown';

it.each([
  ['no response in the browser', FlowServiceError.fromNetwork('createConnection', null, null), lostAtBrowser],
  [
    'a request that the page did not send',
    FlowServiceError.fromNotSent('createConnection', null),
    neverAtServer,
  ],
  [
    'a request that never left the server',
    proxy('no'),
    'browser passed, server passed, x adobe waiting, database waiting',
  ],
  ['a request that never reached the server', proxy('no', 'unseen'), neverAtServer],
  ['a server that restarted meanwhile', proxy('unknown', 'stale-key'), lostAtBrowser],
  ['a connection cut behind the server', proxy('unknown'), lostBehindServer],
  [
    'no response from the service',
    proxy('unknown', 'timeout'),
    'browser passed, server passed, adobe unknown, database unknown',
  ],
  ['an undefined status', proxy('unknown', 'malformed'), adobeFailed],
  ['a redirect', proxy('unknown', 'redirected'), adobeFailed],
  ['a response that is too large to forward', proxy('unknown', 'too-large'), lostBehindServer],
  [
    'a rejected token',
    answer(401, '{"error_code":"401013"}'),
    'browser passed, server passed, adobe failed, database waiting',
  ],
  ['HTML', answer(502, '<html>'), adobeFailed],
  [
    'an error of the provider',
    answer(400, '{"type":"https://ns.adobe.com/aep/errors/FLOW-1100-400"}'),
    'browser passed, server passed, adobe passed, database failed',
  ],
  [
    'a database that did not respond in time',
    answer(504, '{"type":"https://ns.adobe.com/aep/errors/FLOW-1104-504"}'),
    'browser passed, server passed, adobe passed, database unknown',
  ],
])('%s', (_, error, expected) => {
  expect(outline(error)).toBe(expected);
});

it('draws no database for a request that does not concern it', () => {
  expect(outline(answer(500, '', 'listSandboxes'))).toBe('browser passed, server passed, adobe failed');
});

it('names the database after the source', () => {
  const { route, words } = toFailureRoute(
    answer(400, '{"type":"https://ns.adobe.com/aep/errors/FLOW-1100-400"}'),
    { ...phoenix, shortName: 'Oracle' },
  );
  expect(route.at(-1)?.name).toBe('Oracle');
  expect(words).toBe('Flow Service accepted the request. Oracle rejected it or could not be reached.');
});

it('does not report a lost connection when there is no room for the response', () => {
  expect(toFailureRoute(proxy('unknown', 'busy'), null).words).toContain(
    'not have enough memory for the response',
  );
});

it('names the sandbox of the request', () => {
  const error = answer(500, '').of({ sandbox: 'dev', credentials: 'page' });
  expect(toFailureRoute(error, null).route.map(({ name }) => name)).toEqual([
    'Browser',
    'Wizard server',
    'Adobe, sandbox dev',
    'Database',
  ]);
});

it.each([
  [400, 'did not process it'],
  [500, 'failed to process it'],
])('a response of %i: %s', (status, words) => {
  expect(toFailureRoute(answer(status, ''), null).words).toContain(words);
});
