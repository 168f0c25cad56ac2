import { readFile } from 'node:fs/promises';
import { type Page, expect, test } from '@playwright/test';
import type { DemoCredentials } from '../../../src/flow-service/schemas/environment.ts';
import { givenConnection, chooseTable, openConnection, section } from '../../support/wizard/connections.ts';
import { runCurl } from '../../support/servers/run-curl.ts';

const uuid = /^[0-9a-f-]{36}$/;

/** The shell variables that the page asks to set. */
function variablesOf({ accessToken, apiKey, organizationId }: DemoCredentials) {
  return { ACCESS_TOKEN: accessToken, API_KEY: apiKey, IMS_ORG: organizationId };
}

/** Opens one of the requests and reads its command. */
async function readCommand(page: Page, heading: string): Promise<string> {
  await page.getByRole('button', { name: `Show request for ${heading}`, exact: true }).click();
  const command = page.getByRole('region', { name: `${heading} with curl`, exact: true });
  await expect(command).toBeVisible();
  return (await command.textContent()) ?? '';
}

test('the commands run unchanged: they explore the database and create a source connection', async ({
  page,
}) => {
  const given = await givenConnection('unusual-names.example', 'It\'s $HOME "quoted" `here`');
  const variables = variablesOf(given.caller);
  await openConnection(page, given);
  const listed = await runCurl(await readCommand(page, 'List the tables'), variables);
  expect(listed.status).toBe(200);
  expect(listed.body).toEqual((await given.service.exploreRoot(given.caller.sandbox, given.id)).items);

  for (const path of [`"O'BRIEN & SONS.STOCK"`, '"Sales/2024/Q1"."north\\south"', '"100%?#&=+;,:@.%2F"']) {
    await chooseTable(page, path);
    await expect(page.getByRole('heading', { level: 3, name: path })).toBeVisible();
    const explored = await runCurl(await readCommand(page, 'Explore the table'), variables);
    expect(explored.status).toBe(200);
    expect(explored.body).toEqual(await given.service.exploreTable(given.caller.sandbox, given.id, path));
    const created = await runCurl(await readCommand(page, 'Create a source connection'), variables);
    expect(created).toEqual({
      status: 201,
      body: { id: expect.stringMatching(uuid), etag: expect.any(String) },
    });
    await page.getByRole('button', { name: 'Show request for Explore the table', exact: true }).click();
    await page
      .getByRole('button', { name: 'Show request for Create a source connection', exact: true })
      .click();
  }
});

test('the create command makes a similar connection with the password from the shell', async ({ page }) => {
  const given = await givenConnection('wrong-password.example', `A "name" with 'quotes' \\ and $HOME`);
  const { service, caller, id, name } = given;
  await openConnection(page, given);
  const command = await readCommand(page, 'Create this connection again');
  expect(command).not.toContain('correct horse');

  const refused = await runCurl(command, { ...variablesOf(caller), PHOENIX_PASSWORD: 'no "such\\ horse\'' });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('401 Unauthorized');
  const created = await runCurl(command, { ...variablesOf(caller), PHOENIX_PASSWORD: 'correct horse' });
  expect(created.status).toBe(201);
  const { connections } = await service.listConnections(caller.sandbox, { orderBy: 'createdAt' });
  const [one, other] = connections.map((connection) => ({ name: connection.name, auth: connection.auth }));
  expect(other).toEqual(one);
  expect(other?.name).toBe(name);
  expect(connections[0]?.id).toBe(id);
});

test('commands and body are copied and downloaded exactly as shown', async ({ page }) => {
  const given = await givenConnection('mycluster.azurehdinsight.net');
  await openConnection(page, given);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const command = await readCommand(page, 'Create this connection again');
  const next = section(page, 'What next');
  await next.getByRole('button', { name: 'Copy command' }).click();
  await expect(next.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command);

  const script = await download(page, 'Download script');
  expect(script).toEqual({ name: 'create-connection.sh', text: `#!/bin/sh\n${command}\n` });
  const body = await download(page, 'Download JSON');
  expect(body.name).toBe('create-connection.json');
  expect(JSON.parse(body.text)).toMatchObject({
    name: given.name,
    auth: { params: { host: 'mycluster.azurehdinsight.net', port: 443, password: '$PHOENIX_PASSWORD' } },
  });
});

async function download(page: Page, button: string) {
  const downloading = page.waitForEvent('download');
  await section(page, 'What next').getByRole('button', { name: button }).click();
  const downloaded = await downloading;
  return { name: downloaded.suggestedFilename(), text: await readFile(await downloaded.path(), 'utf8') };
}
