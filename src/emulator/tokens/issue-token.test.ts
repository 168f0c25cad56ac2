import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readAccessToken } from '../../flow-service/schemas/access-token.ts';
import { platformScopes } from '../../flow-service/credentials.ts';
import { createEmulatorFixture, origin, startOfTime } from '../../testing/emulator-fixture.ts';

const tokenBody = z.looseObject({ access_token: z.string() });

const good = {
  grant_type: 'client_credentials',
  client_id: 'my-client',
  client_secret: 'my-secret',
  scope: platformScopes,
};

function post(body: Record<string, string>, query = '') {
  const fixture = createEmulatorFixture();
  const url = `${origin}/ims/token/v3${query}`;
  const answer = fixture.emulator.fetch(
    new Request(url, { method: 'POST', body: new URLSearchParams(body) }),
  );
  return { ...fixture, answer };
}

describe('POST /ims/token/v3 (IMS-REF)', () => {
  it('issues a token that is valid for a day and that the service accepts', async () => {
    const { answer, clientAs } = post(good);
    const body = tokenBody.parse(await (await answer).json());
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 86_399 });
    const accessToken = body.access_token;
    expect(readAccessToken(accessToken)).toEqual({
      clientId: 'my-client',
      expiresAt: startOfTime + 86_400_000,
    });
    await expect(clientAs({ apiKey: 'my-client', accessToken }).listSandboxes()).resolves.toHaveProperty(
      'items.length',
      3,
    );
  });

  it('writes created_at and expires_in as strings of milliseconds', async () => {
    const { access_token: token } = tokenBody.parse(await (await post(good).answer).json());
    const [, payload = ''] = token.split('.');
    expect(JSON.parse(atob(payload))).toMatchObject({
      created_at: String(startOfTime),
      expires_in: '86400000',
      scope: platformScopes,
    });
  });

  it('accepts the values in the query too', async () => {
    const response = await post({}, `?${new URLSearchParams(good)}`).answer;
    expect(response.status).toBe(200);
  });

  it('is available as v2 too (PM)', async () => {
    const { emulator } = createEmulatorFixture();
    const url = `${origin}/ims/token/v2?${new URLSearchParams(good)}`;
    const response = await emulator.fetch(new Request(url, { method: 'POST' }));
    expect(await response.json()).toMatchObject({ token_type: 'bearer', expires_in: 86_399 });
  });

  it.each([
    [{ client_secret: 'wrong-client-secret' }, 'invalid_client', 'invalid client_secret parameter'],
    [{ client_secret: '' }, 'invalid_client', 'invalid client_secret parameter'],
    [{ client_id: '' }, 'invalid_client', 'invalid client_id parameter'],
    [{ scope: '' }, 'invalid_scope', 'invalid scope parameter'],
    [{ grant_type: 'password' }, 'unsupported_grant_type', 'grant_type must be client_credentials'],
  ])('rejects %j with an OAuth error', async (changes, error, description) => {
    const response = await post({ ...good, ...changes }).answer;
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error, error_description: description });
  });
});
