import { expect, test } from 'vitest';
import { startProxy, startTarget } from '../test-target.ts';

const marks = {
  clientSecret: 'MARKED-client-secret',
  accessToken: 'MARKED-access-token',
  userToken: 'MARKED-user-token',
  password: 'MARKED-password',
};

const send = {
  authorization: `Bearer ${marks.userToken}`,
  cookie: `session=${marks.userToken}`,
  'content-type': 'application/json',
  'x-connection-wizard': '1',
};

/** Status line, headers and body of an answer. */
async function everythingOf(response: Response): Promise<string> {
  return JSON.stringify([response.status, response.statusText, [...response.headers], await response.text()]);
}

test.each([
  ['the server holds the secret', true],
  ['the user brings the token', false],
])('no secret is in the log or in a response to the browser: %s', async (_name, isHeld) => {
  let failure: 'none' | 'refused' | 'cut' | 'no-token' = 'no-token';
  const target = await startTarget(({ url, headers }, response) => {
    // A service that returns the received data in its headers and errors.
    const echo = {
      'set-cookie': `t=${headers.authorization}`,
      'x-echo': marks.clientSecret,
      location: marks.accessToken,
    };
    if (url === '/ims/token/v3') {
      const token = { access_token: marks.accessToken, expires_in: 1000 };
      const refusal = { error: marks.clientSecret, error_description: marks.clientSecret };
      response.writeHead(failure === 'no-token' ? 400 : 200, echo);
      response.end(JSON.stringify(failure === 'no-token' ? refusal : token));
    } else if (failure === 'cut') {
      response.destroy();
    } else {
      response.writeHead(failure === 'refused' ? 401 : 200, echo).end('{"error_code":"401013"}');
    }
  });
  const proxy = await startProxy(target.origin, {
    target: 'local',
    credentials: isHeld
      ? { kind: 'secret', clientId: 'id', organizationId: 'o', clientSecret: marks.clientSecret, scopes: 's' }
      : null,
  });

  const seen: string[] = [];
  for (failure of ['no-token', 'none', 'refused', 'cut'] as const) {
    const body = JSON.stringify({ auth: { params: { password: marks.password } } });
    const query = `property=${marks.password}&${marks.userToken}=1`;
    for (const [path, init] of [
      ['/api/environment', {}],
      ['/api/flowservice/connections', {}],
      [`/api/flowservice/connections?property=${marks.password}`, {}],
      [`/api/flowservice/connections?${query}`, {}],
      ['/api/flowservice/connections', { method: 'POST', body }],
      ['/api/flowservice/connections', { method: 'POST', body: body.repeat(5000) }],
      ['/api/flowservice/flows', { method: 'POST', body }],
      ['/api/local/reset', { method: 'POST', body }],
    ] as const) {
      seen.push(await everythingOf(await fetch(`${proxy.origin}${path}`, { ...init, headers: send })));
    }
  }
  expect(seen).toHaveLength(32);
  expect(proxy.lines).toHaveLength(32);
  expect([...seen, ...proxy.lines].filter((text) => text.includes('MARKED'))).toEqual([]);
});
