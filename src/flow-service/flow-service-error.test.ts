import { describe, expect, it, test } from 'vitest';
import { createFlowServiceClient } from './client.ts';
import { FlowServiceError, readRetryAfter } from './flow-service-error.ts';
import { hideSecrets } from './hide-secrets.ts';

const problem = JSON.stringify({ type: 'https://ns.adobe.com/aep/errors/FLOW-1100-400', title: 'Refused' });
const gateway = JSON.stringify({ error_code: '429050', message: 'Too many' });

function byProxy(reached: 'no' | 'unknown'): string {
  const type = `urn:phoenix-connection:proxy:${reached === 'no' ? 'unreachable' : 'cut'}`;
  return JSON.stringify({ type, title: 'No answer', status: 502, detail: 'It broke', reached });
}

function answered(status: number, body: string, headers: Record<string, string> = {}): FlowServiceError {
  return FlowServiceError.fromAnswer('createConnection', new Response(body, { status, headers }), body);
}

describe('whether a request was certainly not processed', () => {
  it.each([
    ['rejected by Flow Service', answered(400, problem)],
    ['rejected by the gateway', answered(429, gateway)],
    ['rejected without a message', answered(403, '')],
    ['never sent by the proxy', answered(502, byProxy('no'))],
  ])('yes: %s', (_name, error) => {
    expect(error.wasNotCarriedOut).toBe(true);
  });

  it.each([
    ['a service that waited too long for the request', answered(408, problem)],
    ['a service that failed', answered(500, problem)],
    ['a gateway that waited too long for the service', answered(504, '<html>504</html>')],
    ['a proxy that does not know the outcome', answered(502, byProxy('unknown'))],
    [
      'an unreadable success',
      FlowServiceError.fromShape('createConnection', new Response('{"id":', { status: 201 }), '{"id":'),
    ],
    ['no response', FlowServiceError.fromNetwork('createConnection', null, new Error('cut'))],
    ['an incomplete response', FlowServiceError.fromNetwork('createConnection', 201, new Error('cut'))],
  ])('unknown: %s', (_name, error) => {
    expect(error.wasNotCarriedOut).toBe(false);
  });
});

describe('from a response', () => {
  it('the message is its most specific text', () => {
    expect(answered(429, gateway).message).toBe('Too many');
    expect(answered(400, problem).message).toBe('Refused');
    expect(answered(500, '<html>').message).toBe('HTTP 500');
  });

  it('the request ID is read from the body first, then from the header', () => {
    const header = { 'x-request-id': 'of the header' };
    const withReport = JSON.stringify({ type: 'https://x/1', report: { 'request-id': 'of the body' } });
    expect(answered(400, withReport, header).requestId).toBe('of the body');
    expect(answered(400, problem, header).requestId).toBe('of the header');
  });

  it('at most 4,000 characters are kept', () => {
    expect(answered(500, 'x'.repeat(5000)).body).toHaveLength(4000);
  });
});

describe('without secrets', () => {
  const secret = 'pass"wörd 1';

  it('contains a secret in none of its texts, whatever its encoding', () => {
    const title = `The password ${secret} is wrong`;
    const detail = `https://admin:${encodeURIComponent(secret)}@host refused ${secret}`;
    const error = answered(400, JSON.stringify({ type: 'https://x/FLOW-1-400', title, detail }));
    const clean = error.without([secret], hideSecrets);
    expect(clean.title).toBe('The password •••••••• is wrong');
    expect(clean.detail).toBe('https://admin:••••••••@host refused ••••••••');
    expect(clean.message).toBe(clean.detail);
    expect(JSON.parse(clean.body)).toMatchObject({ title: clean.title, detail: clean.detail });
  });

  it('is otherwise unchanged', () => {
    const error = answered(429, gateway, { 'retry-after': '7', 'x-request-id': 'r1' });
    const { kind, endpoint, status, family, code, message, requestId, retryAfterSeconds, body } = error;
    expect(error.without([secret, ''], hideSecrets)).toMatchObject({
      kind,
      endpoint,
      status,
      family,
      code,
      message,
      requestId,
      retryAfterSeconds,
      body,
      wasNotCarriedOut: true,
    });
    const cause = new Error('cut');
    expect(FlowServiceError.fromNetwork('getConnection', null, cause).without([secret]).cause).toBe(cause);
  });
});

describe('of the client', () => {
  const secret = String.raw`pa"ss\word`;
  const accessToken = 'e30.eyJzdWIiOiJhZGEifQ.c2ln';

  async function fail(body: string): Promise<FlowServiceError> {
    const client = createFlowServiceClient({
      baseUrl: '/api',
      credentials: { apiKey: 'k', organizationId: 'o', accessToken },
      fetch: () => Promise.resolve(new Response(body, { status: 400 })),
    });
    const error: unknown = await client.getConnection('prod', '1').catch((caught: unknown) => caught);
    if (!(error instanceof FlowServiceError)) throw new Error('It did not fail.');
    return error;
  }

  it('quotes neither the token nor a secret, even if the service quotes them as JSON in JSON', async () => {
    const quoted = JSON.stringify({ error: `Login failed: user=admin password=${secret}`, accessToken });
    const error = await fail(JSON.stringify({ type: 'https://x/1', title: 'Refused', detail: quoted }));
    const clean = error.without([secret]);
    const left = JSON.stringify({
      error: 'Login failed: user=admin password=••••••••',
      accessToken: '••••••••',
    });
    expect(JSON.parse(clean.body)).toMatchObject({ title: 'Refused', detail: left });
    expect([clean.detail, clean.message]).toEqual([left, left]);
  });

  it('quotes no part of a secret that is longer than what is shown', async () => {
    const error = await fail(`${accessToken.repeat(400)} ${secret.repeat(500)}`);
    expect(error.without([secret.repeat(500)]).body).toBe('••••••••');
    const atEnd = await fail(`${'x'.repeat(3995)}${secret}`);
    expect(atEnd.without([secret]).body).toBe(`${'x'.repeat(3995)}•••••`);
  });
});

it('quotes nothing when the code that finds secrets could not be loaded', () => {
  const error = answered(
    400,
    JSON.stringify({ type: 'https://x/1', title: 'Refused', detail: 'The password is secret' }),
  );
  const { message, title, detail, body, status } = error.without(['secret']);
  expect({ message, title, detail, body, status }).toEqual({
    message: 'HTTP 400',
    title: '',
    detail: '',
    body: '',
    status: 400,
  });
  const lost = FlowServiceError.fromNetwork('getConnection', null, null);
  expect(lost.without(['secret']).message).toBe(lost.message);
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  test.each([
    ['7', 7],
    ['0', 1],
    ['86400', 3600],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30],
    ['Sun, 01 Mar 2026 11:59:00 GMT', 1],
    ['Mon, 02 Mar 2026 12:00:00 GMT', 3600],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j is %j seconds', (value, seconds) => {
    expect(readRetryAfter(value, now)).toBe(seconds);
  });

  test('part of a second is included in the wait', () => {
    expect(readRetryAfter('Sun, 01 Mar 2026 12:00:30 GMT', now + 1)).toBe(30);
    expect(readRetryAfter('Sun, 01 Mar 2026 12:00:30 GMT', now - 1)).toBe(31);
  });
});
