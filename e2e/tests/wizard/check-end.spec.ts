import { type Request, expect } from '@playwright/test';
import { startSilentPort } from '../../support/network/silent-port.ts';
import { test } from '../../support/servers/cleanup.ts';
import { checkedHop, checkRegion } from '../../support/wizard/check.ts';
import {
  expectStep,
  field,
  fillPhoenix,
  goToPhoenix,
  mycluster,
  press,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

test('clicks start one check, which ends when it is canceled, when the page is left, and on Continue', async ({
  page,
}) => {
  const sent: string[] = [];
  const ended: string[] = [];
  page.on('request', (request) => isCheck(request) && sent.push(request.url()));
  page.on('requestfailed', (request) => isCheck(request) && ended.push(request.url()));
  await goToPhoenix(page);
  await fillPhoenix(page, { ...mycluster, host: 'slow.example' });
  await page.getByRole('button', { name: 'Check connection' }).dblclick();
  const cancel = page.getByRole('button', { name: 'Cancel check' });
  await expect(cancel).toBeVisible();
  await press(page, 'Check connection');
  await cancel.click();
  await expect(checkRegion(page).getByText('Check canceled', { exact: true }).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check connection' })).toBeFocused();
  expect(sent).toHaveLength(1);
  await expect.poll(() => ended.length).toBe(1);

  await press(page, 'Check connection');
  await expect(cancel).toBeVisible();
  await press(page, 'Continue');
  await expectStep(page, 'Review');
  await expect.poll(() => ended.length).toBe(2);
  await press(page, 'Back');
  await press(page, 'Check connection');
  await expect(cancel).toBeVisible();
  await page.getByRole('link', { name: 'Connections', exact: true }).click();
  await expect.poll(() => ended.length).toBe(3);
  expect(sent).toHaveLength(3);
});

test('leaving the page, and closing it, closes the connections to the database', async ({
  page,
  cleanup,
}) => {
  const { port, sockets, close } = await startSilentPort();
  cleanup(close);
  await goToPhoenix(page);
  await fillPhoenix(page, { ...mycluster, host: '127.0.0.1' });
  await showPresetFields(page);
  await field(page, 'Port').fill(String(port));
  for (const leave of [
    () => page.getByRole('link', { name: 'Connections', exact: true }).click(),
    () => page.close(),
  ]) {
    await press(page, 'Check connection');
    await expect(checkedHop(page, 'Encryption')).toContainText('Running');
    await expect.poll(() => sockets.size).toBe(1);
    await leave();
    await expect.poll(() => sockets.size).toBe(0);
    if (!page.isClosed()) await page.goBack();
  }
});

function isCheck(request: Request): boolean {
  return new URL(request.url()).pathname === '/api/check';
}
