import { expect, test } from '@playwright/test';
import { tutorialCommand } from '../../../src/testing/tutorial-command.ts';
import { getOwnCredentials } from '../../support/servers/flow-service.ts';
import { emulatorPort } from '../../support/servers/ports.ts';
import { runCurl } from '../../support/servers/run-curl.ts';

/** Replaces the host with the local service and fills in the placeholders. */
async function fillIn(values: Readonly<Record<string, string>> = {}): Promise<string> {
  const { accessToken, apiKey, organizationId, sandbox } = await getOwnCredentials();
  const placeholders: Readonly<Record<string, string>> = {
    ACCESS_TOKEN: accessToken,
    API_KEY: apiKey,
    IMS_ORG: organizationId,
    SANDBOX_NAME: sandbox,
    HOST: 'mycluster.azurehdinsight.net',
    USERNAME: 'admin',
    PASSWORD: 'correct horse',
    PORT: '443',
    PATH: '/hbasephoenix0',
    SSL: 'true',
    ...values,
  };
  return tutorialCommand
    .replace('https://platform.adobe.io', `http://127.0.0.1:${emulatorPort}`)
    .replaceAll(/\{([A-Z_]+)\}/g, (_, name: string) => placeholders[name] ?? `no value for ${name}`);
}

test('the command in the tutorial creates a connection', async () => {
  const { status, body } = await runCurl(await fillIn());
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    etag: expect.stringMatching(/^"[0-9a-f-]+"$/),
  });
});

test('without the Authorization header, it is rejected in the same way as by the gateway', async () => {
  const command = (await fillIn()).replace(/ {4}-H 'Authorization: .*' \\\n/, '');
  const { status, body } = await runCurl(command);
  expect(status).toBe(403);
  // TRB shows the number as a string.
  expect(body).toMatchObject({ error_code: '403010' });
});

test('an unknown sandbox and a wrong auth spec are rejected in the same way as by Flow Service', async () => {
  const unknownSandbox = await runCurl(await fillIn({ SANDBOX_NAME: 'no-such-sandbox' }));
  expect(unknownSandbox.status).toBe(404);
  expect(unknownSandbox.body).toMatchObject({ type: expect.stringMatching(/FLOW-2100-404$/) });

  const wrongSpec = await runCurl((await fillIn()).replace('"Basic Authentication"', '"Basic"'));
  expect(wrongSpec.status).toBe(400);
  expect(wrongSpec.body).toMatchObject({ type: expect.stringMatching(/FLOW-1415-400$/) });
});
