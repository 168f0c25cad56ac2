import { type Page, expect, test } from '@playwright/test';
import { scenarios } from '../../../src/emulator/scenarios/scenarios.ts';
import {
  type Problem,
  expectProblem,
  expectProblems,
  followProblems,
  problemSummary,
} from '../../support/wizard/problems.ts';
import {
  expectStep,
  field,
  goToPhoenix,
  openWizard,
  press,
  useDemoCredentials,
  showPresetFields,
} from '../../support/wizard/wizard.ts';

interface WrongValue extends Problem {
  readonly typed: string;
}

interface StepCase {
  readonly heading: string;
  readonly open: (page: Page) => Promise<void>;
  /** The errors in the order of the fields, which are all empty. */
  readonly missing: readonly Problem[];
  readonly wrong: readonly WrongValue[];
}

const expiredToken = scenarios.find(({ name }) => name === 'expired-token')?.reachedBy.value ?? '';
const portRange = 'Port must be a whole number from 1 to 65535.';
const zooKeeper = 'This is a ZooKeeper address. Enter the host of the Phoenix Query Server instead.';
const nothingBefore = 'Enter only the host, without a prefix such as https://.';

const stepCases: readonly StepCase[] = [
  {
    heading: 'Experience Platform',
    open: openWizard,
    missing: [
      { field: 'API key', message: 'Enter the API key.' },
      { field: 'Organization ID', message: 'Enter the organization ID.' },
      { field: 'Access token', message: 'Enter the access token.' },
      { field: 'Sandbox', message: 'Choose a sandbox or enter its name, such as prod.' },
    ],
    wrong: [
      {
        field: 'API key',
        typed: 'two words',
        message: 'Enter the API key without spaces or special characters.',
      },
      {
        field: 'Organization ID',
        typed: '5D0C0FFEE@AdobeOrg',
        message: 'Enter the full organization ID: 24 characters (0-9, A-F) followed by @AdobeOrg.',
      },
      {
        field: 'Access token',
        typed: expiredToken,
        message: 'This access token has expired. Generate a new one.',
      },
      {
        field: 'Access token',
        typed: 'onepart',
        message: 'Enter the full access token: three parts separated by periods.',
      },
      {
        field: 'Sandbox',
        typed: 'My sandbox',
        message: 'Enter the name of the sandbox, not its title. A name has no spaces or special characters.',
      },
    ],
  },
  {
    heading: 'Phoenix',
    open: async (page) => {
      await goToPhoenix(page);
      await showPresetFields(page);
      await field(page, 'Port').clear();
      await field(page, 'HTTP path').clear();
    },
    missing: [
      {
        field: 'Host',
        message: 'Enter the host of the Phoenix server, such as mycluster.azurehdinsight.net.',
      },
      { field: 'Port', message: portRange },
      { field: 'HTTP path', message: 'Enter the HTTP path. A standalone query server uses /.' },
      { field: 'Username', message: 'Enter the username.' },
      { field: 'Password', message: 'Enter the password.' },
      { field: 'Connection name', message: 'Enter a name for the connection.' },
    ],
    wrong: [
      { field: 'Host', typed: 'https://phoenix.example.com', message: nothingBefore },
      { field: 'Host', typed: 'jdbc:phoenix:thin:url=http://phoenix.example.com', message: nothingBefore },
      { field: 'Host', typed: 'jdbc:phoenix:zk1,zk2:2181:/hbase', message: zooKeeper },
      { field: 'Host', typed: 'zk1,zk2,zk3', message: zooKeeper },
      { field: 'Host', typed: 'my cluster', message: 'Enter the host without spaces.' },
      {
        field: 'Host',
        typed: 'phoenix.example.com:8765',
        message: 'Enter only the host. Enter the port in Port.',
      },
      {
        field: 'Host',
        typed: 'phoenix.example.com/hbasephoenix0',
        message: 'Enter only the host. Enter the path in HTTP path.',
      },
      ...['0', '65536', '1.5', 'abc', '-1', '1e3'].map((typed) => ({
        field: 'Port',
        typed,
        message: portRange,
      })),
      {
        field: 'HTTP path',
        typed: '/hbase phoenix0',
        message: 'Enter the HTTP path without spaces.',
      },
      {
        field: 'HTTP path',
        typed: 'hbasephoenix0',
        message: 'Start the HTTP path with a slash, such as /hbasephoenix0.',
      },
    ],
  },
];

for (const { heading, open, missing, wrong } of stepCases) {
  test.describe(`the step ${heading}`, () => {
    test('each mistake is reported once, next to its field and with a link to it, and the values are kept', async ({
      page,
    }) => {
      await open(page);
      await press(page, 'Continue');
      await expect(problemSummary(page)).toBeFocused();
      await expect(page).toHaveTitle(`Error: ${heading} - Phoenix connection`);
      await expectStep(page, heading);
      await expectProblems(page, missing);
      await followProblems(page, missing);

      await press(page, 'Continue');
      await expect(problemSummary(page), 'the second attempt is announced again').toBeFocused();

      for (const value of wrong) {
        await field(page, value.field).fill(value.typed);
        await expectProblem(page, value);
      }
      await press(page, 'Continue');
      await expect(problemSummary(page)).toBeFocused();
      const last = new Map(wrong.map((value) => [value.field, value]));
      for (const value of last.values()) {
        await expectProblem(page, value);
        await expect(field(page, value.field)).toHaveValue(value.typed);
      }
      await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeEnabled();
    });
  });
}

test('a field shows no error before Continue, which also hides a shown secret', async ({ page }) => {
  await openWizard(page);
  await field(page, 'Organization ID').fill('5D0C0FFEE@AdobeOrg');
  await field(page, 'Access token').focus();
  await expect(field(page, 'Organization ID')).not.toHaveAttribute('aria-invalid', 'true');
  const token = field(page, 'Access token');
  await token.fill('onepart');
  await expect(token).toHaveAttribute('type', 'password');
  await press(page, 'Show access token');
  await expect(token).toHaveAttribute('type', 'text');
  await press(page, 'Continue');
  await expect(field(page, 'Organization ID')).toHaveAttribute('aria-invalid', 'true');
  await expect(token).toHaveAttribute('type', 'password');
  await expect(token).toHaveValue('onepart');
});

test('a host that suggests a name also corrects the missing name', async ({ page }) => {
  await goToPhoenix(page);
  await press(page, 'Continue');
  await expect(field(page, 'Connection name')).toHaveAccessibleDescription(
    'Enter a name for the connection.',
  );
  await field(page, 'Host').fill('mycluster');
  await expect(field(page, 'Connection name')).toHaveValue('Phoenix mycluster');
  await expect(field(page, 'Connection name')).not.toHaveAttribute('aria-invalid', 'true');
});

test('corrected fields leave the summary, the last one closes it, and demo credentials correct all of them', async ({
  page,
}) => {
  await openWizard(page);
  await press(page, 'Continue');
  await field(page, 'API key').fill('local-demo-client');
  await expect(field(page, 'API key')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(problemSummary(page).getByRole('link')).toHaveCount(3);
  await field(page, 'Organization ID').fill(' 5D0C0FFEE5D0C0FFEE5D0C0F@AdobeOrg ');
  await field(page, 'Access token').fill('Bearer header.payload.signature');
  await expect(field(page, 'Access token')).toHaveValue('header.payload.signature');
  await field(page, 'Sandbox').fill('dev');
  await field(page, 'Sandbox').press('Tab');
  await expect(problemSummary(page)).toBeHidden();
  await expect(page).toHaveTitle('Experience Platform - Phoenix connection');
  await press(page, 'Continue');
  await expectStep(page, 'Phoenix');

  await press(page, 'Start again');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Start again' }).click();
  await press(page, 'Continue');
  await expect(problemSummary(page)).toBeVisible();
  await useDemoCredentials(page);
  await expect(problemSummary(page)).toBeHidden();
  await expect(page).toHaveTitle('Experience Platform - Phoenix connection');
});
