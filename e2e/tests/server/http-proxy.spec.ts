import { createServer } from 'node:https';
import { expect } from '@playwright/test';
import { makeCertificates } from '../../support/servers/certificates.ts';
import { listenAnywhere, startConnectProxy } from '../../support/network/connect-proxy.ts';
import { holding } from '../../support/servers/server-credentials.ts';
import { startOwnApp } from '../../support/servers/own-app.ts';
import { type Cleanup, test } from '../../support/servers/cleanup.ts';

/**
 * Tests the server's connection through an HTTP proxy to a gateway whose certificate is signed by a private
 * authority.
 */

const token = 'token-of-the-server';
const password = 'p@ss:of/the proxy';

/**
 * Starts a server for gateway and IMS that is reachable only through an HTTP proxy, because their host names do not
 * exist.
 */
async function startNetwork(cleanup: Cleanup, { isSecure = false, signIn = `me:${password}` } = {}) {
  const certificates = makeCertificates(['gateway.test', 'ims.test', 'localhost']);
  cleanup(certificates.remove);
  const adobe = createServer(certificates.server, ({ url, headers }, response) => {
    const isTrusted = headers.authorization === `Bearer ${token}`;
    if (url === '/ims/token/v3') response.end(JSON.stringify({ access_token: token, expires_in: 3600 }));
    else response.writeHead(isTrusted ? 200 : 401).end('{"sandboxes":[]}');
  });
  const targetPort = await listenAnywhere(adobe);
  cleanup(() => void adobe.close());
  const tls = isSecure ? certificates.server : null;
  const proxy = await startConnectProxy({ targetPort, signIn, tls });
  cleanup(proxy.close);
  return { authority: certificates.authority, proxy };
}

async function listSandboxes(settings: Record<string, string>, cleanup: Cleanup) {
  const app = await startOwnApp(settings);
  cleanup(app.close);
  const response = await fetch(`${app.origin}/api/sandbox-management/`, {
    headers: { 'X-Connection-Wizard': '1' },
  });
  return { status: response.status, body: await response.json() };
}

const adobeThere = { AEP_GATEWAY_URL: 'https://gateway.test', AEP_IMS_URL: 'https://ims.test:8443' };

for (const isSecure of [false, true]) {
  test(`token and responses come through an HTTP proxy${isSecure ? ' over TLS' : ''}`, async ({
    cleanup,
  }) => {
    const { authority, proxy } = await startNetwork(cleanup, { isSecure });
    const address = `${isSecure ? 'https' : 'http'}://me:${encodeURIComponent(password)}@localhost:${proxy.port}`;
    const settings = { HTTPS_PROXY: address, NODE_EXTRA_CA_CERTS: authority };
    const answer = await listSandboxes({ ...adobeThere, ...holding, ...settings }, cleanup);
    expect(answer).toEqual({ status: 200, body: { sandboxes: [] } });
    expect(proxy.targets).toEqual(['ims.test:8443', 'gateway.test:443']);
  });
}

test('an unknown certificate authority is reported with the variable to set', async ({ cleanup }) => {
  const { proxy } = await startNetwork(cleanup);
  const https_proxy = `me:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}`;
  const { status, body } = await listSandboxes({ ...adobeThere, https_proxy }, cleanup);
  expect(status).toBe(502);
  expect(body).toMatchObject({ type: 'urn:phoenix-connection:proxy:unreachable', reached: 'no' });
  expect(body.detail).toMatch(/^gateway\.test has a certificate that is not trusted .* NODE_EXTRA_CA_CERTS /);
});

test('a certificate for another host is reported', async ({ cleanup }) => {
  const { authority, proxy } = await startNetwork(cleanup);
  const settings = {
    AEP_GATEWAY_URL: 'https://elsewhere.test',
    HTTPS_PROXY: `http://me:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: authority,
  };
  const { body } = await listSandboxes(settings, cleanup);
  expect(body).toMatchObject({ type: 'urn:phoenix-connection:proxy:unreachable', reached: 'no' });
  expect(body.detail).toContain('elsewhere.test has a certificate that is not valid');
});

test('an HTTP proxy that rejects the sign-in is reported, without the password', async ({ cleanup }) => {
  const { proxy } = await startNetwork(cleanup, { signIn: 'somebody:else' });
  const settings = { HTTPS_PROXY: `http://me:hidden-password@127.0.0.1:${proxy.port}` };
  const { body } = await listSandboxes({ ...adobeThere, ...holding, ...settings }, cleanup);
  expect(body).toMatchObject({ type: 'urn:phoenix-connection:proxy:no-token', reached: 'no' });
  expect(body.detail).toContain(`The HTTP proxy 127.0.0.1:${proxy.port} of HTTPS_PROXY does not accept`);
  expect(body.detail).not.toContain('hidden-password');
});

test('the local Flow Service is reached without the HTTP proxy', async ({ cleanup }) => {
  const { proxy } = await startNetwork(cleanup);
  const settings = { ...holding, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
  expect(await listSandboxes(settings, cleanup)).toMatchObject({ status: 200 });
  expect(proxy.targets).toEqual([]);
});
