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

test('without settings, the local service is used, on this computer only', () => {
  expect(readSettings({})).toEqual({
    host: 'localhost',
    port: null,
    gatewayOrigin: null,
    imsOrigin: null,
    httpProxy: null,
    credentials: null,
    sandbox: null,
    publicOrigin: null,
    stateUrl: null,
    connectionCheck: { isAllowed: false, ranges: [] },
  });
});

test('an empty setting counts as not set, and spaces around a value are ignored', () => {
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
  ['STATE_URL', '10.0.0.7:6379'],
  ['STATE_URL', 'https://redis.example.com'],
  ['STATE_URL', 'redis://localhost:6379/cache'],
  ['STATE_URL', 'redis://localhost:6379?db=1'],
  ['ALLOW_CONNECTION_CHECK', 'true'],
  ['CONNECTION_CHECK_CIDRS', '192.0.2.7'],
  ['CONNECTION_CHECK_CIDRS', '10.20.0.0/33'],
  ['CONNECTION_CHECK_CIDRS', '10/8'],
  ['CONNECTION_CHECK_CIDRS', '10.20.0.0/16;fd12::/16'],
  ['CONNECTION_CHECK_CIDRS', '172.16.0.0/12,'],
  ['CONNECTION_CHECK_CIDRS', 'db.corp.example/24'],
  ['HTTPS_PROXY', 'socks5://proxy.example'],
  ['HTTPS_PROXY', 'http://proxy.example/path'],
  ['HTTPS_PROXY', 'http://user:50%@proxy.example'],
  ['https_proxy', 'ftp://proxy.example'],
  ['NO_PROXY', 'a;b'],
  ['no_proxy', 'http://a?b'],
])('a wrong %s is reported, and its value is not repeated: %s', (name, value) => {
  const mistake = mistakeIn({ [name]: value });
  expect(mistake).toMatch(new RegExp(`^${name} must be .+\\.$`));
  expect(mistake).not.toContain(value);
});

test('every mistake has its line', () => {
  expect(mistakeIn({ PORT: 'x', AEP_SCOPES: ';' }).split('\n')).toHaveLength(2);
});

test.each(['http://localhost:8766', 'http://127.0.0.1:8766', 'http://[::1]:8766'])(
  'a gateway on this computer needs no TLS: %s',
  (url) => {
    expect(readSettings({ AEP_GATEWAY_URL: url })).toMatchObject({ gatewayOrigin: url });
  },
);

const proxied = { origin: 'http://proxy.example:3128', authorization: null, exceptions: [] };

test.each([
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, proxied],
  [{ HTTPS_PROXY: 'proxy.example:3128' }, proxied],
  [{ HTTPS_PROXY: 'http://other.example', https_proxy: 'http://proxy.example:3128/' }, proxied],
  [{ HTTPS_PROXY: 'http://proxy.example:3128', https_proxy: '' }, proxied],
  [{ HTTPS_PROXY: 'https://proxy.example' }, { ...proxied, origin: 'https://proxy.example' }],
  [
    {
      HTTPS_PROXY: 'http://me:p%40ss@proxy.example:3128',
      NO_PROXY: ' localhost, .corp.example  10.0.0.0/8,',
    },
    {
      ...proxied,
      authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
      exceptions: ['localhost', '.corp.example', '10.0.0.0/8'],
    },
  ],
  [
    { https_proxy: 'me@proxy.example:3128', NO_PROXY: 'a', no_proxy: '*' },
    {
      ...proxied,
      authorization: `Basic ${Buffer.from('me:').toString('base64')}`,
      exceptions: ['*'],
    },
  ],
  [{ NO_PROXY: '*' }, null],
  [{ HTTP_PROXY: 'http://proxy.example', ALL_PROXY: 'http://proxy.example' }, null],
])('the HTTP proxy setting is read in the same way as by other programs: %j', (environment, httpProxy) => {
  expect(readSettings(environment).httpProxy).toEqual(httpProxy);
});

test('complete credentials are accepted', () => {
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
])('credentials without %s are reported', (name, named) => {
  expect(mistakeIn({ ...held, [name]: '' })).toContain(`Set ${named}, or`);
});

test('a secret and a token together are an error', () => {
  expect(mistakeIn({ ...held, AEP_ACCESS_TOKEN: 'a.b.c' })).toContain('Set only one of them');
});

test('address ranges are a comma-separated list', () => {
  const settings = readSettings({
    ALLOW_CONNECTION_CHECK: '1',
    CONNECTION_CHECK_CIDRS: '10.20.0.0/16, fd12:3456::/32',
  });
  expect(settings.connectionCheck).toEqual({
    isAllowed: true,
    ranges: ['10.20.0.0/16', 'fd12:3456::/32'],
  });
});

test('the credentials of the server are shared only when that is allowed', () => {
  expect(mistakeIn({ ...held, HOST: '0.0.0.0' })).toContain('AEP_ALLOW_SHARED=1');
  expect(mistakeIn({ ...held, HOST: '0.0.0.0', AEP_ALLOW_SHARED: '1' })).toBe('none');
  expect(mistakeIn({ ...held, HOST: '127.0.0.1' })).toBe('none');
  expect(mistakeIn({ HOST: '0.0.0.0' })).toBe('none');
});

test('an address behind a reverse proxy also shares the credentials', () => {
  const shown = { ...held, HOST: '127.0.0.1', PUBLIC_ORIGIN: 'https://wizard.example' };
  expect(mistakeIn(shown)).toMatch(/^PUBLIC_ORIGIN is https:\/\/wizard\.example, .*AEP_ALLOW_SHARED=1/);
  expect(mistakeIn({ ...shown, AEP_ALLOW_SHARED: '1' })).toBe('none');
  expect(mistakeIn({ ...shown, PUBLIC_ORIGIN: 'https://localhost:8443' })).toBe('none');
  expect(mistakeIn({ PUBLIC_ORIGIN: 'https://wizard.example' })).toBe('none');
});
