import { describe, expect, it } from 'vitest';
import type { EndpointName } from '../flow-service/endpoints.ts';
import { FlowServiceError } from '../flow-service/flow-service-error.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { explainError } from './explain-error.ts';

function explain(status: number, body: unknown, endpoint: EndpointName = 'createConnection') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const error = FlowServiceError.fromAnswer(endpoint, new Response(null, { status }), text);
  return explainError(error, phoenix);
}

/** Explains the same failure when the page's server provides the credentials. */
function explainServers(status: number, body: unknown) {
  const response = new Response(null, { status });
  const error = FlowServiceError.fromAnswer('createConnection', response, JSON.stringify(body));
  return explainError(error.of({ sandbox: 'prod', credentials: 'server' }), phoenix);
}

function problem(code: string, detail: string) {
  return { type: `https://ns.adobe.com/aep/errors/${code}`, report: { 'detailed-message': detail } };
}

it.each(['constructor', 'toString', '__proto__'])('a code named %s is treated as unknown', (code) => {
  expect(explain(400, problem(code, ''))).toEqual(explain(400, problem('FLOW-9-400', '')));
});

describe('the field that caused the error', () => {
  it.each([
    [403, { error_code: '403010', message: 'Oauth token is missing.' }, 'accessToken'],
    [401, { error_code: 401013, message: 'Oauth token is not valid' }, 'accessToken'],
    [403, { error_code: '403003', message: 'Api Key is invalid' }, 'apiKey'],
    [403, { error_code: '403027', message: 'User region is missing' }, 'organizationId'],
    [401, problem('FLOW-2000-401', 'no access'), 'organizationId'],
    [400, problem('FLOW-1339-400', 'The organization ID is malformed'), 'organizationId'],
    [404, problem('FLOW-2100-404', 'no such sandbox'), 'sandbox'],
    [400, problem('FLOW-2113-400', 'wildcard'), 'sandbox'],
    [400, problem('FLOW-1304-400', 'The param username must not be empty'), 'params.username'],
    [400, problem('ANYTHING-1312-400', 'httpPath is invalid'), 'params.httpPath'],
    [400, problem('1312-400', 'httpPath is invalid'), 'params.httpPath'],
    [400, problem('FLOW-1100-400', 'REST call failed with 401 Unauthorized'), 'params.password'],
    [400, problem('FLOW-1100-400', 'connect timed out'), 'params.host'],
    [400, problem('FLOW-1413-400', 'unknown spec'), null],
    [500, '<html>', null],
    [503, '', null],
  ])('for %i %j is %j', (status, body, field) => {
    expect(explain(status, body).field).toBe(field);
  });
});

it.each([
  [401, { error_code: '401013' }, 'access token of the wizard server'],
  [403, { error_code: '403003' }, 'client ID of the wizard server'],
  [403, { error_code: '403025' }, 'credentials of the wizard server'],
])('%i %j names no field when the server has the credentials', (status, body, words) => {
  const { field, sentence } = explainServers(status, body);
  expect(field).toBeNull();
  expect(sentence).toContain(words);
});

it('a database error is corrected on this page, whoever has the credentials', () => {
  const refusal = problem('FLOW-1100-400', 'REST call failed with 401 Unauthorized');
  expect(explainServers(400, refusal).field).toBe('params.password');
});

it.each(['FLOW-1416-400', 'FLOW-1417-400', 'FLOW-1422-400', 'FLOW-1457-400', 'FLOW-1458-400'])(
  '%s: Adobe is changing the connection',
  (code) => {
    expect(explain(400, problem(code, 'x')).advice).toContain('Wait a moment');
  },
);

it('a gateway that is too busy is explained, also when it returns a web page', () => {
  expect(explain(429, '<html>').sentence).toContain('is receiving too many requests');
});

it('uses the whole code: the same number in another catalog means something else', () => {
  expect(explain(404, problem('OTHER-1404-404', 'x')).sentence).not.toBe(
    explain(412, problem('FLOW-1404-412', 'x')).sentence,
  );
});

it('a 403 without a body names the required permission', () => {
  expect(explain(403, '').advice).toContain('Manage Sources');
});

it('says that nothing was changed when the request was not sent', () => {
  const body = {
    type: 'urn:phoenix-connection:proxy:unreachable',
    title: 'Unreachable',
    status: 502,
    detail: 'x',
    reached: 'no',
  };
  expect(explain(502, body).advice).toContain('This request changed nothing');
});

it.each([
  [{ message: 'no route' }, false],
  ['<html>', false],
  ['', false],
  [problem('FLOW-1439-404', 'connections not found'), true],
])('only the code of Adobe says that a connection is not in the sandbox: 404 %j', (body, isSaid) => {
  expect(explain(404, body, 'getConnection').sentence === 'Connection not found in this sandbox.').toBe(
    isSaid,
  );
});
