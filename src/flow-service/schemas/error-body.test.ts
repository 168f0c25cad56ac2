import { expect, it } from 'vitest';
import { readErrorBody } from './error-body.ts';

/** The families of error bodies, taken from the documented samples (docs/flow-service.md#error-bodies). */
it.each([
  [
    '{"error_code":"403010","message":"Oauth token is missing."}',
    'gateway',
    '403010',
    'Oauth token is missing.',
  ],
  [
    '{"error_code":403010,"message":"Oauth token is missing."}',
    'gateway',
    '403010',
    'Oauth token is missing.',
  ],
  [
    '{"type":"https://ns.adobe.com/aep/errors/FLOW-1439-404","title":"Resource not found","status":404,"report":{"detailed-message":"Not there","request-id":"r1"},"errorMessage":"x"}',
    'problem',
    'FLOW-1439-404',
    'Not there',
  ],
  [
    '{"type":"http://ns.adobe.com/aep/errors/SMS-2000-404","title":"No sandbox","status":404}',
    'problem',
    'SMS-2000-404',
    null,
  ],
  ['{"errorMessage":"connections not found","errorDetails":"x"}', 'legacy', null, 'connections not found'],
  ['{"message":"Please provide a valid spec id"}', 'legacy', null, 'Please provide a valid spec id'],
  ['{"errors":[{"message":"first"},{"message":"second"}]}', 'legacy', null, 'first'],
  [
    '{"type":"/placeholder/type/uri","status":400,"title":"BadRequestError","detail":"Wrong content type"}',
    'content-type',
    'uri',
    'Wrong content type',
  ],
  [
    '{"error":"invalid_client","error_description":"invalid client_secret parameter"}',
    'oauth',
    'invalid_client',
    'invalid client_secret parameter',
  ],
  ['', 'empty', null, null],
  ['<html><h1>504</h1></html>', 'unreadable', null, null],
  ['{"type":', 'unreadable', null, null],
  ['null', 'unreadable', null, null],
  ['[1,2]', 'unreadable', null, null],
])('%s', (body, family, code, detail) => {
  expect(readErrorBody(body)).toMatchObject({ family, code, detail });
});

it('keeps the request ID for Adobe’s support', () => {
  expect(readErrorBody('{"type":"https://x/FLOW-1-400","report":{"request-id":"r1"}}').requestId).toBe('r1');
});

it('trusts only the wizard server about whether the request was sent', () => {
  const reached = {
    type: 'urn:phoenix-connection:proxy:cut',
    title: 't',
    status: 502,
    detail: 'd',
    reached: 'unknown',
  };
  expect(readErrorBody(JSON.stringify(reached))).toMatchObject({ family: 'proxy', reached: 'unknown' });
  expect(readErrorBody(JSON.stringify({ ...reached, type: 'about:blank' })).reached).toBeNull();
});
