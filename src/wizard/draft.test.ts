import { describe, expect, it } from 'vitest';
import { createIdempotencyKey } from '../flow-service/idempotency-key.ts';
import { createSourceAnswers } from '../source-form/answers/source-answers.ts';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { createMemoryStorage } from '../testing/memory-storage.ts';
import { loadDraft, noteCleared, saveDraft } from './draft.ts';

const answers = createSourceAnswers(phoenix);
const draft = {
  platform: { apiKey: 'key', organizationId: 'org', accessToken: 'SECRET-TOKEN', sandbox: 'prod' },
  source: {
    ...answers,
    name: 'Mine',
    params: { ...answers.params, host: 'db', password: 'SECRET-PASSWORD' },
  },
  unfinished: [
    {
      attempt: {
        key: createIdempotencyKey('0123456789abcdef'.repeat(2)),
        name: 'Mine',
        sandbox: 'prod',
        organizationId: 'org',
        specId: 'x',
        target: { host: 'db' },
        clientId: 'key',
        knownIds: ['1'],
        startedAt: 5,
      },
      cause: 'lost' as const,
      isDismissed: false,
    },
  ],
  spec: null,
};

it('is restored without its secrets, which were never stored', () => {
  const storage = createMemoryStorage();
  saveDraft(storage, phoenix, draft);
  expect(storage.getItem(storage.key(0) ?? '')).not.toContain('SECRET');
  expect(loadDraft(storage, phoenix)).toEqual({
    ...draft,
    platform: { ...draft.platform, accessToken: '' },
    source: { ...draft.source, params: { ...draft.source.params, password: '' } },
  });
});

it('a new tab has no draft', () => {
  expect(loadDraft(createMemoryStorage(), phoenix)).toBe('none');
});

describe('a draft that cannot be used is deleted', () => {
  it.each([
    ['damaged', (text: string) => text.slice(0, -5)],
    ['of another version', (text: string) => text.replace('"version":4', '"version":2')],
    ['of another source', (text: string) => text.replace('"sourceId":"phoenix"', '"sourceId":"hive"')],
    ['of another shape', () => '{"version":4}'],
    ['not even JSON', () => 'x'],
  ])('%s', (_, damage) => {
    const storage = createMemoryStorage();
    saveDraft(storage, phoenix, draft);
    const key = storage.key(0) ?? '';
    storage.setItem(key, damage(storage.getItem(key) ?? ''));
    expect(loadDraft(storage, phoenix)).toBe('dropped');
    expect(storage.length).toBe(0);
  });
});

it('params that the source does not have, or of another type, are omitted', () => {
  const storage = createMemoryStorage();
  const params = { ...draft.source.params, port: true, old: 'x' };
  saveDraft(storage, phoenix, { ...draft, source: { ...draft.source, params } });
  const loaded = loadDraft(storage, phoenix);
  expect(typeof loaded === 'object' && loaded.source.params).toEqual({
    ...draft.source.params,
    password: '',
    port: '443',
  });
});

it('a browser that blocks storage causes no error', () => {
  const storage = createMemoryStorage();
  storage.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  expect(() => saveDraft(storage, phoenix, draft)).not.toThrow();
  // Clear secrets reloads the page only after this call.
  expect(() => noteCleared(storage)).not.toThrow();
});

it('a password in Host is not stored', () => {
  const storage = createMemoryStorage();
  const params = { ...draft.source.params, host: 'admin:SECRET@db:8765', username: 'admin@example.com' };
  saveDraft(storage, phoenix, { ...draft, source: { ...draft.source, params } });
  const loaded = loadDraft(storage, phoenix);
  expect(typeof loaded === 'object' && loaded.source.params).toMatchObject({
    host: '',
    username: 'admin@example.com',
  });
});

it('an access token in another field is not stored', () => {
  const storage = createMemoryStorage();
  const token = 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IlNFQ1JFVCJ9.c2ln';
  saveDraft(storage, phoenix, {
    ...draft,
    platform: { ...draft.platform, apiKey: token },
    source: {
      ...draft.source,
      description: token,
      params: { ...draft.source.params, username: token, host: 'mycluster.azurehdinsight.net' },
    },
  });
  expect(storage.getItem(storage.key(0) ?? '')).not.toContain('eyJ');
  const loaded = loadDraft(storage, phoenix);
  expect(loaded).toMatchObject({
    platform: { apiKey: '', organizationId: 'org' },
    source: { name: 'Mine', description: '', params: { username: '', host: 'mycluster.azurehdinsight.net' } },
  });
});

describe('text in a field that shows it', () => {
  /** The text is used as user name and as description. */
  function stored(typed: string, password: string) {
    const storage = createMemoryStorage();
    const params = { ...draft.source.params, username: typed, password };
    saveDraft(storage, phoenix, { ...draft, source: { ...draft.source, description: typed, params } });
    const loaded = loadDraft(storage, phoenix);
    return typeof loaded === 'object' && [loaded.source.description, loaded.source.params['username']];
  }

  it.each([
    ['admin;avatica_password=x', ''],
    ['PHOENIX_PASSWORD: x', ''],
    ['{"clientSecret":"x"}', ''],
    ['https://admin:x@db.example', ''],
    ['SECRET-PASSWORD', 'SECRET-PASSWORD'],
    ['admin SECRET-PASSWORD', ' SECRET-PASSWORD '],
    ['admin, abc', 'abc'],
  ])('%j is omitted when the password is %j', (typed, password) => {
    expect(stored(typed, password)).toEqual(['', '']);
  });

  it.each([
    ['admin', 'a'],
    ['a table', 'a'],
    ['abc', 'abc'],
    ['Password of the month', 'password'],
    ['uid=admin,ou=people', 'another'],
    ['PASSWORD_FILE=/run/x', 'another'],
  ])('%j is kept when the password is %j', (typed, password) => {
    expect(stored(typed, password)).toEqual([typed, typed]);
  });

  it('a port after a host is kept, and a colon in a username is treated as the start of its password', () => {
    expect(stored('token.example:8443', 'another')).toEqual(['token.example:8443', '']);
  });
});

it.each([
  ['admin', { host: 'db', username: 'admin' }],
  ['admin;avatica_password=x', {}],
  ['admin SECRET-PASSWORD', {}],
])('an unfinished create with the username %j is stored with the target %j', (username, target) => {
  const storage = createMemoryStorage();
  const unfinished = draft.unfinished.map((one) => ({
    ...one,
    attempt: { ...one.attempt, target: { host: 'db', username } },
  }));
  saveDraft(storage, phoenix, { ...draft, unfinished });
  const loaded = loadDraft(storage, phoenix);
  expect(typeof loaded === 'object' && loaded.unfinished.map(({ attempt }) => attempt.target)).toEqual([
    target,
  ]);
});

it('without storage, there is no draft and no error', () => {
  saveDraft(null, phoenix, draft);
  expect(loadDraft(null, phoenix)).toBe('none');
});
