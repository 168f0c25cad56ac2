import { expect, it } from 'vitest';
import { phoenix } from '../sources/phoenix/phoenix.ts';
import { toScope, toScopeKey, toTarget } from './attempt.ts';

it('the organization of server credentials is unknown to the page', () => {
  expect(toScope({ credentials: null, sandbox: 'prod' })).toEqual({ sandbox: 'prod', organizationId: null });
});

it('the same sandbox of another organization is another scope', () => {
  const scopes = [
    { sandbox: 'prod', organizationId: 'A' },
    { sandbox: 'dev', organizationId: 'A' },
    { sandbox: 'prod', organizationId: 'B' },
    { sandbox: 'prod', organizationId: null },
  ];
  expect(new Set(scopes.map(toScopeKey)).size).toBe(scopes.length);
});

it('a stored attempt contains no secrets', () => {
  const target = toTarget(phoenix, {
    name: 'Mine',
    auth: {
      specName: 'Basic Authentication',
      params: { host: 'db', port: 443, password: 'SECRET', enableSsl: true },
    },
    connectionSpec: phoenix.connectionSpec,
  });
  expect(target).toEqual({ host: 'db', port: '443', enableSsl: 'true' });
});
