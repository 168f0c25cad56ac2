import { expect, test } from '@playwright/test';
import { misconfigurationScenarios } from '../../../src/emulator/scenarios/misconfiguration-scenarios.ts';
import { expectTest, openAs, requestFor, section } from '../../support/wizard/connections.ts';
import { askService, getOwnCredentials } from '../../support/servers/flow-service.ts';
import { expectStep, mycluster } from '../../support/wizard/wizard.ts';

/** The text of the Test section in each scenario. */
const sentences: Readonly<Record<(typeof misconfigurationScenarios)[number]['name'], string>> = {
  'port-closed': 'The server does not accept connections on this port.',
  'port-filtered': 'Adobe could not reach this host.',
  'port-not-encrypted': 'The database does not use SSL on this port.',
  'certificate-expired': 'The certificate of the database has expired or is not yet valid.',
  'certificate-self-signed': 'Adobe does not trust the certificate of the database.',
  'certificate-other-name': 'The certificate of the database is for another host name.',
  'wrong-path': 'No Phoenix server found at this HTTP path.',
  kerberos: 'The database requires Kerberos sign-in.',
  'json-server': 'The query server uses JSON instead of PROTOBUF.',
  'not-phoenix': 'The server at this port is not a Phoenix Query Server.',
  'server-down': 'The gateway could not reach the query server.',
  'hbase-down': 'did not respond in time',
  'cut-answer': 'The database closed the connection before its response was complete.',
};

test('each misconfigured database has its own message and action on the page', async ({ page }) => {
  const caller = await getOwnCredentials();
  const service = askService(caller);
  for (const { name, reachedBy } of misconfigurationScenarios) {
    await service.createConnection(caller.sandbox, requestFor(reachedBy.value, name));
  }
  await openAs(page, caller, '/connections');
  for (const { name } of misconfigurationScenarios) {
    await test.step(name, async () => {
      await page.getByRole('link', { name, exact: true }).click();
      await expectStep(page, name);
      await expectTest(page, name === 'hbase-down' ? 'Unknown' : 'Failed');
      await expect(section(page, 'Test')).toContainText(sentences[name]);
      await expect(page.getByRole('main')).not.toContainText(mycluster.password);
      await page.goBack();
      await expectStep(page, 'Connections');
    });
  }
});
