import type { CertificateFault } from '../../emulator/cluster/certificates.ts';
import { summarizeCheck } from '../../testing/summarize-check.ts';
import { describe, expect, it } from 'vitest';
import {
  askForSignIn,
  check,
  errorMessage,
  password,
  startHttp,
  startHttps,
} from '../../testing/check-fixture.ts';

describe('the password', () => {
  it('is sent to a server whose certificate is verified', async () => {
    const { port, ca, authorizations } = await startHttps(null, (incoming, outgoing) => {
      if (incoming.headers.authorization === undefined) askForSignIn(incoming, outgoing);
      else outgoing.writeHead(500).end(errorMessage);
    });
    const summary = await summarizeCheck(check({ port, isEncrypted: true }, { ca }));
    expect(summary).toMatchObject({ outcome: 'queryServer: statementFailed' });
    expect(authorizations[0]).toBeUndefined();
    expect(authorizations.at(-1)).toBe(`Basic ${Buffer.from(`admin:${password}`).toString('base64')}`);
  });

  it.each([200, 405, 407, 429, 500, 503])(
    'is not sent to a server that answers %i to a request without it',
    async (status) => {
      const { port, ca, authorizations } = await startHttps(null, (_incoming, outgoing) => {
        outgoing.writeHead(status, { 'content-type': 'text/html' }).end('<html></html>');
      });
      const { outcome } = await summarizeCheck(check({ port, isEncrypted: true }, { ca }));
      expect(outcome).toMatch(/^queryServer: (?:notQueryServer|gatewayCannotReachServer)$/);
      expect(authorizations.filter((one) => one !== undefined)).toEqual([]);
    },
  );

  it.each<[CertificateFault, string]>([
    ['selfSigned', 'certificateSelfSigned'],
    ['untrusted', 'certificateUntrusted'],
    ['expired', 'certificateExpired'],
    ['otherName', 'certificateForOtherName'],
  ])('and nothing else is sent to one whose certificate is %s', async (fault, reason) => {
    const { port, ca, authorizations } = await startHttps(fault, askForSignIn);
    const summary = await summarizeCheck(check({ port, isEncrypted: true }, { ca }));
    expect(summary).toMatchObject({ outcome: `encryption: ${reason}` });
    expect(summary.facts.certificate).toBeDefined();
    expect(authorizations).toEqual([]);
  });

  it('is not sent to a port that does not encrypt, if encryption is on', async () => {
    const { port, received } = await startHttp(askForSignIn);
    expect(await summarizeCheck(check({ port, isEncrypted: true }))).toMatchObject({
      outcome: 'encryption: portNotEncrypted',
    });
    expect(received()).not.toContain('authorization');
    expect(received()).not.toContain(Buffer.from(`admin:${password}`).toString('base64').slice(0, 12));
  });

  it('is in no event, and neither is any text of the server', async () => {
    const { port } = await startHttp((_incoming, outgoing) => {
      outgoing.writeHead(500, { 'x-echo': password }).end(errorMessage);
    });
    const lines = [];
    for await (const event of check({ port })) lines.push(JSON.stringify(event));
    expect(lines.join('\n')).not.toMatch(/marked-password|text of the server|admin/);
    expect(lines.length).toBeGreaterThan(10);
  });
});
