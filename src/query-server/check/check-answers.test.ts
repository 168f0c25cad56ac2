import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Respond,
  askForSignIn,
  check,
  checkedRequest,
  startHttp,
  startHttps,
} from '../../testing/check-fixture.ts';

describe('answers of other servers', () => {
  const html =
    (status: number): Respond =>
    (_incoming, outgoing) => {
      outgoing.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Page</body></html>');
    };

  it.each<[string, Respond, string]>([
    ['a web page', html(200), 'queryServer: notQueryServer'],
    ['404', html(404), 'httpPath: pathNotFound'],
    ['502', html(502), 'queryServer: gatewayCannotReachServer'],
    ['503', html(503), 'queryServer: gatewayCannotReachServer'],
    ['403', html(403), 'signIn: accessForbidden'],
    ['400 without encryption', html(400), 'queryServer: notQueryServer'],
    [
      'Kerberos or a password',
      (_incoming, outgoing) =>
        void outgoing.writeHead(401, { 'www-authenticate': 'Negotiate, Basic realm="a"' }).end(),
      'signIn: credentialsRefused',
    ],
    ['no answer', () => undefined, 'httpPath: answerTimedOut'],
    [
      'a sign-in other than basic',
      (_incoming, outgoing) => void outgoing.writeHead(401, { 'www-authenticate': 'Digest realm="a"' }).end(),
      'signIn: basicNotOffered',
    ],
    [
      'another protocol',
      (incoming) =>
        void incoming.socket.end(
          'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
        ),
      'httpPath: notQueryServer',
    ],
  ])('%s', async (_, respond, outcome) => {
    const { port } = await startHttp(respond);
    const limits = { stage: 400, whole: 5000 };
    expect(await summarizeCheck(check({ port }, { limits }))).toMatchObject({ outcome });
  });

  it.each<[string, string, number | undefined]>([
    ['https://db.example/', 'encryption: redirectedToHttps', 443],
    ['https://DB.example:8443/path', 'encryption: redirectedToHttps', 8443],
    ['https://other.example/', 'httpPath: redirected', undefined],
    ['http://db.example/', 'httpPath: redirected', undefined],
    ['/login', 'httpPath: redirected', undefined],
    ['https://', 'httpPath: redirected', undefined],
  ])('a redirect to %s: %s', async (location, outcome, httpsPort) => {
    const redirect: Respond = (_incoming, outgoing) => void outgoing.writeHead(301, { location }).end();
    const { port } = await startHttp(redirect);
    const { facts, ...summary } = await summarizeCheck(check({ port }));
    expect(summary).toMatchObject({ outcome });
    expect(facts.httpsPort).toBe(httpsPort);
    // Behind encryption, a redirect leads away from the query server.
    const encrypted = await startHttps(null, redirect);
    const { outcome: other } = await summarizeCheck(
      check({ port: encrypted.port, isEncrypted: true }, { ca: encrypted.ca }),
    );
    expect(other).toBe('httpPath: redirected');
  });

  it('a redirect that arrives after the stage of encryption', async () => {
    const { port } = await startHttp((_incoming, outgoing) => {
      setTimeout(() => outgoing.writeHead(308, { location: 'https://db.example/' }).end(), 150);
    });
    const limits = { stage: 250, whole: 5000 };
    expect(await summarizeCheck(check({ port }, { limits }))).toMatchObject({
      outcome: 'httpPath: redirectedToHttps',
      facts: { httpsPort: 443 },
    });
  });

  it('a web server that explains that it expects encryption', async () => {
    const { port, ca } = await startHttps(null, askForSignIn);
    expect(await summarizeCheck(check({ port }, { ca }))).toMatchObject({
      outcome: 'encryption: portEncrypted',
    });
  });

  it('a certificate that only this computer trusts', async () => {
    const { port, ca } = await startHttps(null, askForSignIn);
    const folder = await mkdtemp(join(tmpdir(), 'check-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'ca.pem'), ca);
    // Node reads this variable only when it starts.
    const program = `
      const { checkConnection } = await import(${JSON.stringify(import.meta.resolve('./check-connection.ts'))});
      const { dialedRoute } = await import(${JSON.stringify(import.meta.resolve('./check-route.ts'))});
      const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
      const route = dialedRoute({ policy: { reach: 'closed', ranges: [], ownPorts: [] }, lookup });
      const request = ${JSON.stringify({ ...checkedRequest, port, isEncrypted: true, protocol: 'none' })};
      for await (const event of checkConnection(request, { route, signal: new AbortController().signal })) {
        if (event.stage === 'encryption' && event.type === 'result') console.log(JSON.stringify(event));
      }`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } },
    );
    expect(JSON.parse(stdout)).toMatchObject({ state: 'passed', warnings: ['certificateTrustedOnlyHere'] });
  });
});
