import { describe, expect, it } from 'vitest';
import { misconfigurationScenarios } from '../../emulator/scenarios/misconfiguration-scenarios.ts';
import { failureOf } from '../../testing/emulator-fixture.ts';
import { switchedOn, testNew, typed } from '../../testing/scenario-fixture.ts';
import { explainPhoenixFailure } from './explain-failure.ts';

type Name = (typeof misconfigurationScenarios)[number]['name'];

/** The param that the explanation of each misconfiguration names. */
const params: Readonly<Record<Name, string | null>> = {
  'port-closed': 'port',
  'port-filtered': 'host',
  'port-not-encrypted': 'enableSsl',
  'certificate-expired': 'host',
  'certificate-self-signed': 'enableSsl',
  'certificate-other-name': 'host',
  'wrong-path': 'httpPath',
  kerberos: 'username',
  'json-server': null,
  'not-phoenix': 'port',
  'server-down': null,
  'hbase-down': null,
  'cut-answer': null,
};

const password = 'correct horse';

describe('driver errors of a misconfigured database', () => {
  const sentences = new Map<string, Name>();

  it.each(misconfigurationScenarios.filter(({ name }) => name !== 'hbase-down'))(
    '$name has its own message and param',
    async ({ name }) => {
      const failure = await failureOf(testNew(typed(name)));
      const { param, sentence, advice } = explainPhoenixFailure(failure.detail ?? '');
      expect(param).toBe(params[name]);
      expect(sentences.get(sentence)).toBeUndefined();
      sentences.set(sentence, name);
      expect(advice).toMatch(/\.$/);
      expect(failure.body).not.toContain(password);
    },
  );

  it('hbase-down: the response does not arrive in time', async () => {
    const failure = await failureOf(testNew(await switchedOn('hbase-down')));
    expect(failure).toMatchObject({ status: 504, code: 'FLOW-1104-504' });
  });

  it.each([
    ['[28000] Authentication failed: 401 Unauthorized', 'password'],
    ['javax.net.ssl.SSLHandshakeException: PKIX path building failed', 'enableSsl'],
    ['java.net.UnknownHostException: db.internal', 'host'],
    ['connect timed out', 'host'],
    ['301 Moved Permanently: the port redirects to HTTPS', 'enableSsl'],
    ['302 Found: redirected to https://gateway/login', 'httpPath'],
    ['ERROR 726 (43M10)  Inconsistent namespace mapping properties.', null],
    ['ERROR 1012 (42M03): Table undefined.', null],
    ['something unknown', 'host'],
  ])('also recognizes errors of other drivers: %s', (detail, param) => {
    expect(explainPhoenixFailure(detail).param).toBe(param);
  });
});
