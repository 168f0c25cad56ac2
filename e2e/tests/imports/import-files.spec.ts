import { expect, test } from '@playwright/test';
import { expectPreview, importDialog } from '../../support/wizard/import-dialog.ts';
import { goToPhoenix, openWizard, press } from '../../support/wizard/wizard.ts';

test('a file can be chosen or dropped', async ({ page }) => {
  await openWizard(page);
  const file = {
    name: '.env',
    mimeType: 'text/plain',
    buffer: Buffer.from('\uFEFFAPI_KEY=chosen-client\r\n'),
  };
  await press(page, 'Import credentials');
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Choose file');
  await (await chooser).setFiles(file);
  await expectPreview(page, [['API key', 'Empty', 'chosen-client']]);

  await press(page, 'Start over');
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'credential.json'));
      return data;
    },
    JSON.stringify({ CLIENT_ID: 'dropped-client', ORG_ID: 'ABCDEFABCDEFABCDEFABCDEF@AdobeOrg' }),
  );
  await importDialog(page).getByRole('textbox').dispatchEvent('drop', { dataTransfer: transfer });
  await expectPreview(page, [
    ['API key', 'Empty', 'dropped-client'],
    ['Organization ID', 'Empty', 'ABCDEFABCDEFABCDEFABCDEF@AdobeOrg'],
  ]);
});

test('a file is too large by its characters, as a text is', async ({ page }) => {
  await goToPhoenix(page);
  await press(page, 'Paste a connection string');
  const choose = async (characters: number) => {
    const body = {
      name: 'Of a file',
      auth: { params: { host: 'file.example' } },
      more: '語'.repeat(characters),
    };
    const chooser = page.waitForEvent('filechooser');
    await press(page, 'Choose file');
    const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(body)) };
    await (await chooser).setFiles(file);
  };
  const box = importDialog(page).getByRole('textbox');
  for (const characters of [1_048_576, 1_400_000]) {
    await choose(characters);
    await expect(box).toHaveAccessibleDescription('This file is too large. Choose a smaller file.');
  }
  // It has more than 1,048,576 bytes.
  await choose(1_000_000);
  await expect(importDialog(page).getByRole('cell', { name: 'file.example' })).toBeVisible();
});
