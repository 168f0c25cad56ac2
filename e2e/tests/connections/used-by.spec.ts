import { expect, test } from '@playwright/test';
import { givenConnection, openConnection } from '../../support/wizard/connections.ts';
import { mycluster, press } from '../../support/wizard/wizard.ts';

const flowsPath = '**/api/flowservice/flows?*';

test('many dataflows are counted in the list, and shown on the page on request', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  const flows = Array.from({ length: 300 }, (_, index) => ({
    id: `flow-${index}`,
    name: `Load ${index}`,
    state: 'enabled',
    scheduleParams: { frequency: 'hour', interval: 1 },
    inheritedAttributes: {
      sourceConnections: [{ id: `source-${index}`, baseConnection: { id: given.id } }],
    },
  }));
  await page.route(flowsPath, (route) => {
    const token = Number(new URL(route.request().url()).searchParams.get('continuationToken') ?? 0);
    const next = token + 100;
    return route.fulfill({
      json: {
        items: flows.slice(token, next),
        ...(next < flows.length && { _links: { next: { href: `/flows?continuationToken=${next}` } } }),
      },
    });
  });
  await openConnection(page, given);
  const usedBy = page.getByRole('region', { name: 'Used by' });
  await expect(usedBy).toContainText('Used by 300 dataflows.');
  await expect(usedBy.getByRole('listitem')).toHaveCount(2);
  await expect(usedBy.getByRole('listitem').first()).toContainText('Source connection: source-0');
  await press(page, 'Show all 300');
  await expect(usedBy.getByRole('listitem')).toHaveCount(300);
  await expect(usedBy.getByRole('listitem').last()).toContainText('Load 299');

  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect(page.getByRole('row', { name: 'Given connection' })).toContainText('300 dataflows');
});

test('a connection without dataflows says so, and a failed read hides nothing else', async ({ page }) => {
  const given = await givenConnection(mycluster.host);
  await page.route(flowsPath, (route) => route.fulfill({ status: 403, body: '' }));
  await page.route('**/api/flowservice/sourceConnections?*', (route) =>
    route.fulfill({ json: { items: [{ id: 'stores', name: 'RETAIL.STORES', baseConnectionId: given.id }] } }),
  );
  await openConnection(page, given);
  const usedBy = page.getByRole('region', { name: 'Used by' });
  await expect(usedBy).toContainText('Used by at least 1 source connection. Dataflows could not be loaded.');
  await expect(usedBy.getByRole('listitem')).toHaveText('RETAIL.STORESSource connection');
  await press(page, 'Delete');
  await expect(page.getByRole('alertdialog')).toContainText(
    'Flow Service rejects the deletion if a dataflow uses this connection. Source connections do not prevent',
  );
  await press(page, 'Cancel');
  await page.unroute(flowsPath);
  await press(page, 'Try again');
  await expect(usedBy).toContainText('Used by 1 source connection.');

  // Another user adds a dataflow while the page is open.
  const flow = {
    id: 'flow',
    name: 'Added meanwhile',
    inheritedAttributes: { sourceConnections: [{ id: 'source', baseConnection: { id: given.id } }] },
  };
  await page.route(flowsPath, (route) => route.fulfill({ json: { items: [flow, 'unreadable'] } }));
  await press(page, 'Delete');
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Added meanwhile');
  await expect(question).toContainText(
    'Used by at least 1 dataflow and 1 source connection. Not all dataflows could be loaded.',
  );
});
