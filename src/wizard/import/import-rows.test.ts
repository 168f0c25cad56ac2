import { describe, expect, it } from 'vitest';
import type { Environment } from '../../flow-service/schemas/environment.ts';
import { noPlatformAnswers } from '../../session/platform-answers.ts';
import { createSourceAnswers } from '../../source-form/answers/source-answers.ts';
import { phoenix } from '../../sources/phoenix/phoenix.ts';
import { mergeAnswers, toImportRows, toOfferedRows, undoRows } from './import-rows.ts';

const empty = { platform: noPlatformAnswers, source: createSourceAnswers(phoenix) };
const found = {
  apiKey: 'key',
  accessToken: 'aa.bb.cc',
  params: { host: 'db.example', port: '8765', httpPath: '/', enableSsl: false },
};

it('shows each field with a found value next to its current value', () => {
  expect(toImportRows(phoenix, empty, found)).toEqual([
    { key: 'apiKey', label: 'API key', isSecret: false, now: '', found: 'key' },
    { key: 'accessToken', label: 'Access token', isSecret: true, now: '', found: 'aa.bb.cc' },
    { key: 'params.host', label: 'Host', isSecret: false, now: '', found: 'db.example' },
    { key: 'params.port', label: 'Port', isSecret: false, now: '443', found: '8765' },
    { key: 'params.httpPath', label: 'HTTP path', isSecret: false, now: '/hbasephoenix0', found: '/' },
    { key: 'params.enableSsl', label: 'Enable SSL', isSecret: false, now: true, found: false },
  ]);
});

it('applies only the selected values, and updates name and preset', () => {
  const held = {
    platform: { ...noPlatformAnswers, organizationId: 'typed', sandbox: 'dev' },
    source: { ...empty.source, params: { ...empty.source.params, password: 'typed' } },
  };
  const merged = mergeAnswers(phoenix, held, toImportRows(phoenix, held, found));
  expect(merged.platform).toEqual({
    apiKey: 'key',
    organizationId: 'typed',
    accessToken: 'aa.bb.cc',
    sandbox: 'dev',
  });
  expect(merged.source).toMatchObject({
    preset: 'query-server',
    name: 'Phoenix db',
    params: { host: 'db.example', port: '8765', password: 'typed' },
  });
});

it('keeps an edited name and every row that was not selected', () => {
  const held = { ...empty, source: { ...empty.source, name: 'Mine' } };
  const [apiKey] = toImportRows(phoenix, held, found);
  const merged = mergeAnswers(phoenix, held, apiKey === undefined ? [] : [apiKey]);
  expect(merged).toEqual({ ...held, platform: { ...held.platform, apiKey: 'key' } });
});

it('values that match no preset select Custom', () => {
  const odd = { params: { port: '9443' } };
  expect(mergeAnswers(phoenix, empty, toImportRows(phoenix, empty, odd)).source.preset).toBe('custom');
});

it('undo restores the replaced values, and keeps later input', () => {
  const rows = toImportRows(phoenix, empty, found);
  const merged = mergeAnswers(phoenix, empty, rows);
  const typedSince = {
    platform: { ...merged.platform, apiKey: 'typed since', sandbox: 'dev' },
    source: { ...merged.source, params: { ...merged.source.params, password: 'typed since' } },
  };
  expect(undoRows(phoenix, typedSince, rows)).toEqual({
    platform: { ...empty.platform, apiKey: 'typed since', sandbox: 'dev' },
    source: { ...empty.source, params: { ...empty.source.params, password: 'typed since' } },
  });
});

describe('which values can be imported', () => {
  const own: Environment = {
    target: 'local',
    databases: 'real',
    gatewayHost: 'localhost',
    credentials: null,
    sandbox: null,
    writeNonce: '0'.repeat(32),
  };
  const held: Environment = {
    ...own,
    credentials: { clientId: 'key', organizationId: 'organization', expiresAt: null },
  };
  const mixed = { accessToken: 'aa.bb.cc', sandbox: 'dev', params: { host: 'db.example' } };

  it.each([
    ['is everything', own, false, ['accessToken', 'sandbox', 'params.host']],
    ['does not replace working credentials with incomplete ones', own, true, ['params.host']],
    ['has no credentials when the server has them', held, false, ['sandbox', 'params.host']],
  ])('%s', (_, environment, keepsAccess, keys) => {
    const rows = toOfferedRows(phoenix, empty, mixed, { environment, keepsAccess });
    expect(rows.map(({ key }) => key)).toEqual(keys);
  });

  it('is a complete set of credentials that replaces another', () => {
    const platform = {
      apiKey: 'key',
      organizationId: '0123456789ABCDEF01234567@AdobeOrg',
      accessToken: 'aa.bb.cc',
      sandbox: 'dev',
    };
    const rows = toOfferedRows(phoenix, empty, platform, { environment: own, keepsAccess: true });
    expect(mergeAnswers(phoenix, empty, rows).platform).toEqual(platform);
  });
});
