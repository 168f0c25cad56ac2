import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { type QueryServers, type ServerKind, findQueryServers } from '../../testing/query-servers.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { checkConnection } from './check-connection.ts';

/** The check's contract: `npm test` checks it with the sample cluster, `npm run test:phoenix` with a real Phoenix. */

let servers: QueryServers;
beforeAll(async () => {
  servers = await findQueryServers();
});
afterAll(() => servers.close());

function check(kind: ServerKind, changes: Partial<CheckRequest> = {}) {
  const {
    address,
    options: { openSocket, ca },
  } = servers.open(kind);
  const route = {
    isSample: false,
    ca,
    resolve: () => Promise.resolve({ addresses: null, openSocket }),
  };
  const { signal } = new AbortController();
  return summarizeCheck(checkConnection({ protocol: 'phoenix', ...address, ...changes }, { route, signal }));
}

const wrongPassword = { username: 'admin', password: 'wrong' };

it('a query server without encryption and sign-in: path and credentials are not checked', async () => {
  const { facts, ...summary } = await check('plain');
  expect(summary).toMatchObject({
    outcome: 'passed',
    warnings: ['httpPath: pathNotChecked', 'signIn: credentialsNotChecked'],
  });
  expect(facts.product).toEqual({ name: 'Phoenix', version: '5.2' });
  expect(facts.tables).toBeGreaterThanOrEqual(6);
  expect(await check('plain', { credentials: null })).toMatchObject({ outcome: 'passed' });
  expect(await check('plain', { isEncrypted: true })).toMatchObject({
    outcome: 'encryption: portNotEncrypted',
  });
});

it('a query server with basic authentication: the credentials are checked', async () => {
  expect(await check('basic')).toMatchObject({ outcome: 'passed', warnings: ['httpPath: pathNotChecked'] });
  expect(await check('basic', { credentials: wrongPassword })).toMatchObject({
    outcome: 'signIn: credentialsRefused',
    notTestable: ['httpPath'],
    facts: { status: 401 },
  });
  expect(await check('basic', { credentials: null })).toMatchObject({
    outcome: 'passed',
    notTestable: ['httpPath', 'signIn', 'queryServer', 'tables'],
  });
});

it('an encrypted query server: its certificate is read', async () => {
  const { outcome, facts } = await check('tls');
  expect(outcome).toBe('passed');
  expect(facts.encryption).toMatch(/^TLSv1\.[23]$/);
  expect(facts.certificate?.names).not.toEqual([]);
  expect(facts.certificate?.daysLeft).toBeGreaterThan(0);
  expect(await check('tls', { isEncrypted: false })).toMatchObject({ outcome: 'encryption: portEncrypted' });
});

it('a query server that uses JSON', async () => {
  expect(await check('json')).toMatchObject({ outcome: 'queryServer: otherSerialization' });
});

it('a gateway: the path and the credentials are checked', async () => {
  expect(await check('gateway')).toMatchObject({ outcome: 'passed', warnings: [] });
  expect(await check('gateway', { path: '/' })).toMatchObject({
    outcome: 'httpPath: pathNotFound',
    facts: { status: 404 },
  });
  expect(await check('gateway', { credentials: wrongPassword })).toMatchObject({
    outcome: 'signIn: credentialsRefused',
  });
  expect(await check('gatewayWithoutServer')).toMatchObject({
    outcome: 'queryServer: gatewayCannotReachServer',
    facts: { status: 502 },
  });
});

it('the port of ZooKeeper', async () => {
  expect(await check('zooKeeper')).toMatchObject({ outcome: 'httpPath: noAnswer' });
});
