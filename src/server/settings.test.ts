import { expect, test } from 'vitest';
import { SettingsError, readSettings } from './settings.ts';

const held = {
  AEP_CLIENT_ID: 'client',
  AEP_ORG_ID: '5D0C0FFEE5D0C0FFEE5D0C0F@AdobeOrg',
  AEP_CLIENT_SECRET: 'p8e-secret',
};

function mistakeIn(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'none';
}

test('without any variable the local service is used, on this machine only', () => {
  expect(readSettings({})).toEqual({
    host: 'localhost',
    port: null,
    gatewayOrigin: null,
    imsOrigin: null,
    credentials: null,
    sandbox: null,
    publicOrigin: null,
  });
});

test('a blank variable counts as not set, and blanks around a value are not meant', () => {
  expect(readSettings({ PORT: ' ', AEP_SANDBOX: ' dev ' })).toMatchObject({ port: null, sandbox: 'dev' });
});

test('addresses are reduced to scheme, host and port', () => {
  expect(
    readSettings({
      AEP_GATEWAY_URL: 'https://platform.adobe.io/',
      PUBLIC_ORIGIN: 'https://WIZARD.example:443',
    }),
  ).toMatchObject({ gatewayOrigin: 'https://platform.adobe.io', publicOrigin: 'https://wizard.example' });
});

test.each([
  ['HOST', 'a b'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['AEP_GATEWAY_URL', 'gateway.example'],
  ['AEP_GATEWAY_URL', 'http://platform.adobe.io'],
  ['AEP_GATEWAY_URL', 'https://platform.adobe.io/data/foundation'],
  ['AEP_GATEWAY_URL', 'https://user:password@platform.adobe.io'],
  ['AEP_GATEWAY_URL', 'file:///etc/passwd'],
  ['AEP_IMS_URL', 'http://ims-na1.adobelogin.com'],
  ['AEP_CLIENT_ID', 'two words'],
  ['AEP_CLIENT_SECRET', 'two words'],
  ['AEP_ORG_ID', '5D0C0FFEE5D0C0FFEE5D0C0F'],
  ['AEP_SCOPES', 'openid, session'],
  ['AEP_ACCESS_TOKEN', 'Bearer a.b.c'],
  ['AEP_SANDBOX', 'my sandbox'],
  ['AEP_ALLOW_SHARED', 'yes'],
  ['PUBLIC_ORIGIN', 'our.wizard.example'],
])('a wrong %s is named, and its value is not repeated: %s', (name, value) => {
  const mistake = mistakeIn({ [name]: value });
  expect(mistake).toMatch(new RegExp(`^${name} must be .+\\.$`));
  expect(mistake).not.toContain(value);
});

test('every mistake has its line', () => {
  expect(mistakeIn({ PORT: 'x', AEP_SCOPES: ';' }).split('\n')).toHaveLength(2);
});

test.each(['http://localhost:8766', 'http://127.0.0.1:8766', 'http://[::1]:8766'])(
  'a gateway on this machine needs no TLS: %s',
  (url) => {
    expect(readSettings({ AEP_GATEWAY_URL: url })).toMatchObject({ gatewayOrigin: url });
  },
);

test('credentials are held when they are complete', () => {
  expect(readSettings(held).credentials).toMatchObject({
    kind: 'secret',
    clientId: 'client',
    clientSecret: 'p8e-secret',
  });
  const { AEP_CLIENT_SECRET: _secret, ...rest } = held;
  expect(readSettings({ ...rest, AEP_ACCESS_TOKEN: 'a.b.c' }).credentials).toMatchObject({
    kind: 'token',
    accessToken: 'a.b.c',
  });
});

test.each([
  ['AEP_CLIENT_ID', 'AEP_CLIENT_ID'],
  ['AEP_ORG_ID', 'AEP_ORG_ID'],
  ['AEP_CLIENT_SECRET', 'AEP_CLIENT_SECRET (or AEP_ACCESS_TOKEN)'],
])('credentials without %s are a mistake that names it', (name, named) => {
  expect(mistakeIn({ ...held, [name]: '' })).toContain(`set ${named} too`);
});

test('a secret and a token at once are a mistake', () => {
  expect(mistakeIn({ ...held, AEP_ACCESS_TOKEN: 'a.b.c' })).toContain('set one of them');
});

test('the credentials of the server are shared only when that is allowed', () => {
  expect(mistakeIn({ ...held, HOST: '0.0.0.0' })).toContain('AEP_ALLOW_SHARED=1');
  expect(mistakeIn({ ...held, HOST: '0.0.0.0', AEP_ALLOW_SHARED: '1' })).toBe('none');
  expect(mistakeIn({ ...held, HOST: '127.0.0.1' })).toBe('none');
  expect(mistakeIn({ HOST: '0.0.0.0' })).toBe('none');
});

test('an address that a reverse proxy shows to others shares the credentials too', () => {
  const shown = { ...held, HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://wizard.example' };
  expect(mistakeIn(shown)).toMatch(/^PUBLIC_ORIGIN is https:\/\/wizard\.example, .*AEP_ALLOW_SHARED=1/);
  expect(mistakeIn({ ...shown, AEP_ALLOW_SHARED: '1' })).toBe('none');
  expect(mistakeIn({ ...shown, PUBLIC_ORIGIN: 'https://localhost:8443' })).toBe('none');
  expect(mistakeIn({ PUBLIC_ORIGIN: 'https://wizard.example' })).toBe('none');
});
