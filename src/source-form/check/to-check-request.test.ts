import { expect, it } from 'vitest';
import { phoenix } from '../../sources/phoenix/phoenix.ts';

import { type Hop, notChecked } from './check-state.ts';
import { findFix } from './find-fix.ts';
import { checkedFields, toCheckRequest } from './to-check-request.ts';

const answers = {
  host: ' mycluster.azurehdinsight.net ',
  port: '443',
  httpPath: '/hbasephoenix0',
  username: ' admin ',
  password: ' with spaces ',
  enableSsl: true,
};
const request = {
  protocol: 'phoenix',
  host: 'mycluster.azurehdinsight.net',
  port: 443,
  path: '/hbasephoenix0',
  isEncrypted: true,
  credentials: { username: 'admin', password: ' with spaces ' },
};

it('maps the answers of a form, and alters no password', () => {
  expect(toCheckRequest(phoenix, answers)).toEqual(request);
});

it('maps a stored connection, whose password is unknown', () => {
  expect(toCheckRequest(phoenix, { ...answers, port: 443, enableSsl: 'true', password: undefined })).toEqual({
    ...request,
    credentials: null,
  });
  expect(toCheckRequest(phoenix, { host: 'db.example', port: 8765 })).toEqual({
    protocol: 'phoenix',
    host: 'db.example',
    port: 8765,
    path: '/',
    isEncrypted: null,
    credentials: null,
  });
});

it.each([{ host: '' }, { host: null }, { port: '' }, { port: 'abc' }, { port: 70_000 }, { port: 0 }])(
  'no check without a usable host and port: %j',
  (change) => {
    expect(toCheckRequest(phoenix, { ...answers, ...change })).toBeNull();
  },
);

it('a source without an endpoint is not checked', () => {
  expect(toCheckRequest({ endpoint: null }, answers)).toBeNull();
  expect(checkedFields({ ...phoenix, endpoint: null })).toEqual([]);
});

it('leaves out what a source has no param for', () => {
  const none = { path: null, encryption: null, username: null, password: null };
  const endpoint = { protocol: 'none', host: 'host', port: 'port', ...none } as const;
  expect(toCheckRequest({ endpoint }, answers)).toEqual({
    ...request,
    protocol: 'none',
    path: '/',
    isEncrypted: null,
    credentials: null,
  });
});

it('name and description are not needed', () => {
  expect(checkedFields(phoenix).map(({ field }) => field)).toEqual([
    'params.host',
    'params.port',
    'params.httpPath',
    'params.username',
    'params.password',
    'params.enableSsl',
  ]);
});

const failed = (reason: Hop['reason'], names: string[] = []): Hop => ({
  ...notChecked.hops.network,
  state: 'failed',
  reason,
  facts: { certificate: { subject: '', issuer: '', names, daysLeft: 5 }, httpsPort: 8443 },
});

it.each([
  ['portEncrypted', [], { label: 'Turn on SSL', params: { enableSsl: true } }],
  ['portNotEncrypted', [], { label: 'Turn off SSL', params: { enableSsl: false } }],
  ['redirectedToHttps', [], { label: 'Use SSL and port 8443', params: { enableSsl: true, port: '8443' } }],
  [
    'certificateForOtherName',
    ['*.other.example', '10.0.0.4', 'db.other.example', 'next.example'],
    { label: 'Use db.other.example', params: { host: 'db.other.example' } },
  ],
  ['certificateForOtherName', ['*.other.example', '<b>', 'localhost'], null],
  ['connectTimedOut', [], { label: 'Use port 443', params: { port: '443' } }],
  ['pathNotFound', [], { label: 'Use /hbasephoenix0', params: { httpPath: '/hbasephoenix0' } }],
  ['credentialsRefused', [], null],
] as const)('the fix for %s with names %j', (reason, names, fix) => {
  const params = { ...answers, port: '8765', httpPath: '/' };
  expect(findFix(phoenix, failed(reason, [...names]), params)).toEqual(fix);
});

it('no fix changes what is already so, or what belongs to another installation', () => {
  expect(findFix(phoenix, failed('connectTimedOut'), answers)).toBeNull();
  expect(findFix(phoenix, failed('pathNotFound'), answers)).toBeNull();
  expect(
    findFix(phoenix, failed('pathNotFound'), { ...answers, host: 'db.example', httpPath: '/' }),
  ).toBeNull();
});
