import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Databases, createDatabases } from '../../emulator/cluster/databases.ts';
import type { CheckEvent, CheckRequest } from '../../flow-service/schemas/connection-check.ts';
import { closedPolicy } from '../../testing/closed-policy.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { type CheckOptions, checkConnection } from './check-connection.ts';
import { sampleRoute } from './check-route.ts';

let databases: Databases;
beforeAll(() => {
  databases = createDatabases(closedPolicy);
});
afterAll(() => databases.close());

const cluster: CheckRequest = {
  protocol: 'phoenix',
  host: 'mycluster.azurehdinsight.net',
  port: 443,
  path: '/hbasephoenix0',
  isEncrypted: true,
  credentials: { username: 'admin', password: 'sample-password' },
};

async function* events(
  changes: Partial<CheckRequest>,
  options: Partial<CheckOptions> = {},
): AsyncGenerator<CheckEvent> {
  const request = { ...cluster, ...changes };
  const sample = await databases.findSample(request.host, request.port);
  if (sample === null) throw new Error(`${request.host} is not a sample.`);
  const { signal } = new AbortController();
  yield* checkConnection(request, { route: sampleRoute(sample), signal, ...options });
}

const check = (changes: Partial<CheckRequest> = {}, options: Partial<CheckOptions> = {}) =>
  summarizeCheck(events(changes, options));

describe('a healthy cluster', () => {
  it('passes all stages in order, and each stage is announced', async () => {
    const seen = [];
    for await (const event of events({})) {
      seen.push(event.type === 'result' ? `${event.stage} ${event.state}` : event.type);
    }
    expect(seen).toEqual([
      'started',
      ...['hostName', 'network', 'encryption', 'httpPath', 'signIn', 'queryServer', 'tables'].flatMap(
        (stage) => ['running', `${stage} passed`],
      ),
      'finished',
    ]);
  });

  it('reports its certificate, its product and its tables', async () => {
    expect(await check()).toEqual({
      outcome: 'passed',
      warnings: [],
      notTestable: [],
      isSample: true,
      facts: {
        address: '127.0.0.1',
        encryption: 'TLSv1.3',
        certificate: {
          subject: 'CN=mycluster.azurehdinsight.net',
          issuer: 'CN=Sample cluster authority',
          names: ['mycluster.azurehdinsight.net'],
          daysLeft: 364,
        },
        product: { name: 'Phoenix', version: '5.2' },
        tables: 12,
      },
    });
  });

  it('is fast', async () => {
    await check();
    const start = performance.now();
    await check();
    const milliseconds = Math.round(performance.now() - start);
    process.stdout.write(`A check of the sample cluster takes ${milliseconds} ms.\n`);
    expect(milliseconds).toBeLessThan(4000);
  });
});

describe('each failure has its stage and its reason', () => {
  const plain = { port: 8765, path: '/', isEncrypted: false };

  it.each<[string, string, Partial<CheckRequest>?]>([
    ['no-such-host', 'hostName: hostUnknown'],
    ['port-closed', 'network: connectionRefused'],
    ['port-filtered', 'network: connectTimedOut'],
    ['port-not-encrypted', 'encryption: portNotEncrypted'],
    ['port-encrypted', 'encryption: portEncrypted', plain],
    ['port-encrypted-silent', 'encryption: portEncrypted', plain],
    ['port-redirected', 'encryption: redirectedToHttps', plain],
    ['certificate-self-signed', 'encryption: certificateSelfSigned'],
    ['certificate-untrusted', 'encryption: certificateUntrusted'],
    ['certificate-expired', 'encryption: certificateExpired'],
    ['certificate-not-yet-valid', 'encryption: certificateNotYetValid'],
    ['certificate-other-name', 'encryption: certificateForOtherName'],
    ['zookeeper-port', 'httpPath: noAnswer', plain],
    ['other-protocol', 'httpPath: notHttp', plain],
    ['wrong-path', 'httpPath: pathNotFound'],
    ['test-refused', 'signIn: credentialsRefused'],
    ['kerberos', 'signIn: kerberosRequired'],
    ['access-forbidden', 'signIn: accessForbidden'],
    ['json-server', 'queryServer: otherSerialization'],
    ['not-phoenix', 'queryServer: notQueryServer'],
    ['server-down', 'queryServer: gatewayCannotReachServer'],
    ['hbase-down', 'queryServer: answerTimedOut'],
    ['cut-answer', 'queryServer: connectionClosed'],
    ['no-stickiness', 'queryServer: connectionForgotten'],
    ['namespace-mapping', 'queryServer: namespaceMappingDiffers'],
    ['no-catalog', 'tables: statementFailed'],
  ])('%s.example: %s', async (name, outcome, changes) => {
    expect(await check({ host: `${name}.example`, ...changes })).toMatchObject({ outcome });
  });

  it('the stages before have passed, and those after are skipped', async () => {
    const results = [];
    for await (const event of events({ host: 'kerberos.example' })) {
      if (event.type === 'result') results.push([event.stage, event.state, event.reason]);
    }
    expect(results).toEqual([
      ['hostName', 'passed', null],
      ['network', 'passed', null],
      ['encryption', 'passed', null],
      // The gateway asks for credentials before it looks at the path.
      ['httpPath', 'notTestable', null],
      ['signIn', 'failed', 'kerberosRequired'],
      ['queryServer', 'skipped', null],
      ['tables', 'skipped', null],
    ]);
  });

  it('another port of HDInsight is blocked', async () => {
    expect(await check({ port: 8765 })).toMatchObject({ outcome: 'network: connectTimedOut' });
  });

  it('a failure has its facts', async () => {
    const expired = await check({ host: 'certificate-expired.example' });
    expect(expired.facts).toMatchObject({
      certificate: { subject: 'CN=certificate-expired.example', daysLeft: -2 },
      encryption: 'TLSv1.3',
    });
    const otherName = await check({ host: 'certificate-other-name.example' });
    expect(otherName.facts.certificate?.names).toEqual(['other-name.example']);
    const { facts } = await check({ host: 'no-catalog.example' });
    expect(facts).toMatchObject({ phoenixCode: { number: 1012, sqlState: '42M03' } });
    expect((await check({ host: 'server-down.example' })).facts).toMatchObject({ status: 502 });
    expect((await check({ host: 'wrong-path.example' })).facts).toMatchObject({ status: 404 });
  });
});

describe('what passes with a warning', () => {
  it.each<[string, readonly string[], Partial<CheckRequest>?]>([
    ['certificate-expires-soon', ['encryption: certificateExpiresSoon', 'httpPath: pathNotChecked']],
    ['no-sign-in', ['httpPath: pathNotChecked', 'signIn: credentialsNotChecked']],
    ['no-sign-in', ['httpPath: pathNotChecked', 'signIn: credentialsNotChecked'], { credentials: null }],
    ['query-server', ['httpPath: pathNotChecked']],
  ])('%s.example: %j', async (name, warnings, changes) => {
    expect(await check({ host: `${name}.example`, ...changes })).toMatchObject({
      outcome: 'passed',
      warnings,
    });
  });

  it('an old version is a fact', async () => {
    expect((await check({ host: 'old-version.example' })).facts.product?.version).toBe('4.7');
  });
});

describe('what cannot be tested', () => {
  const allAfter = ['httpPath', 'signIn', 'queryServer', 'tables'];

  it('without a protocol, the stages after encryption', async () => {
    const other = { protocol: 'none', path: '', credentials: null } as const;
    expect(await check(other)).toMatchObject({ outcome: 'passed', notTestable: allAfter });
    expect(await check({ ...other, isEncrypted: null })).toMatchObject({
      outcome: 'passed',
      notTestable: ['encryption', ...allAfter],
    });
    expect(await check({ ...other, isEncrypted: false })).toMatchObject({
      outcome: 'encryption: portEncrypted',
    });
    const plain = { ...other, isEncrypted: false, host: 'zookeeper-port.example' };
    expect(await check(plain)).toMatchObject({ outcome: 'passed', notTestable: allAfter });
  });

  it('without a password, the stages that need it', async () => {
    expect(await check({ credentials: null })).toMatchObject({ outcome: 'passed', notTestable: allAfter });
    const kerberos = await check({ host: 'kerberos.example', credentials: null });
    expect(kerberos.outcome).toBe('signIn: kerberosRequired');
  });
});
