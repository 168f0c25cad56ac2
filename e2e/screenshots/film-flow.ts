import { type Browser, type Page, expect } from '@playwright/test';
import { checkRegion } from '../support/wizard/check.ts';
import { expectStep, field, readConnectionId } from '../support/wizard/wizard.ts';
import { startFilm } from './film.ts';

/** Films the way from demo credentials to the rows of a table, as a user goes it. */
export async function filmFlow(browser: Browser, page: Page, cluster: string): Promise<Buffer> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const film = await startFilm(browser, page);
  await film.show(1500);
  await film.click(button('Use demo credentials'));
  await expect(field(page, 'Sandbox')).toHaveValue('prod');
  await film.show(1500);

  await film.click(button('Continue'));
  await expectStep(page, 'Phoenix');
  await film.show(1200);
  await film.type(field(page, 'Host'), cluster);
  await page.keyboard.press('Tab');
  await film.show(1000);
  await film.type(field(page, 'Username'), 'admin');
  await film.type(field(page, 'Password'), 'correct horse');
  await film.show(700);
  await film.click(button('Check connection'));
  await checkRegion(page).getByText('Works from this computer').waitFor();
  await film.show(1200);
  await checkRegion(page).evaluate((region) => region.scrollIntoView());
  await film.show(3000);

  await film.click(button('Continue'));
  await expectStep(page, 'Review');
  await film.show(2200);
  await film.click(button('Create connection'));
  await readConnectionId(page);
  await page.getByText('Connection test passed').first().waitFor();
  await film.show(3000);
  await film.click(button('Next: choose a table'));
  await film.show(1500);
  await film.click(page.getByRole('row', { name: 'RETAIL.CUSTOMERS' }));
  await page.getByRole('region', { name: 'Sample rows' }).waitFor();
  await film.show(3500);
  return film.end();
}
