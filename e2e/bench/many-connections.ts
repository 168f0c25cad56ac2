import { type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium/find-chromium.ts';
import { askServiceAt, getDemoCredentials } from '../support/servers/flow-service.ts';
import { startOwnApp } from '../support/servers/own-app.ts';
import { openAs, requestFor } from '../support/wizard/connections.ts';
import { addNameHelper } from './add-name-helper.ts';
import { median } from './percentile.ts';
import { printTable } from './print-table.ts';
import { type Usable, type Waited, watchUsable } from './watch-usable.ts';

/**
 * Part of `npm run bench`: the time from a click until the page can be used, with 500 connections, 300 dataflows and 400
 * sandboxes. The code of the pages is already loaded.
 */
const rounds = 5;
const count = 500;
const flows = 300;

const app = await startOwnApp({});
const browser = await chromium.launch(chromiumOptions());
const times = new Map<string, (Waited & { readonly work: number })[]>();
try {
  // Each connection has its own user, so that each has its own secret.
  const many = await seed('A', (place) => [
    place >= count - flows ? 'in-use.example' : `host-${place}.example`,
    `user-${place}`,
  ]);
  for (let sandbox = 10; sandbox < 20; sandbox += 1)
    for (let place = 0; place < 50; place += 1) await many.create(place * 10, `team-0${sandbox}`);
  const one = await seed('B', () => ['shared.example', 'admin']);
  for (let round = 0; round <= rounds; round += 1) {
    await visit('', many.caller, round === 0);
    await visit(', one user', one.caller, round === 0);
  }
} finally {
  await browser.close();
  await app.close();
}
printTable(
  [`500 connections, median (slowest) of ${rounds}`, 'until usable', 'main thread', 'longest task'],
  [...times].map(([name, all]) => [
    name,
    ...(['wall', 'work', 'longest'] as const).map((key) => {
      const values = all.map((waited) => waited[key]);
      return `${Math.round(median(values))} ms (${Math.round(Math.max(...values))} ms)`;
    }),
  ]),
);

/** Creates the connections of one organization. */
async function seed(digit: string, targetOf: (place: number) => readonly [host: string, user: string]) {
  const caller = {
    ...(await getDemoCredentials(app.origin)),
    apiKey: 'many-sandboxes',
    organizationId: `${digit.repeat(4)}0123456789ABCDEF0123@AdobeOrg`,
  };
  const service = askServiceAt(`${app.origin}/api`, caller);
  const create = async (place: number, sandbox: string) => {
    const [host, username] = targetOf(place);
    const request = requestFor(host, `Connection ${place}`);
    const { params } = request.auth;
    await service.createConnection(sandbox, {
      ...request,
      auth: { ...request.auth, params: { ...params, username } },
    });
  };
  for (let place = 0; place < count; place += 1) await create(place, caller.sandbox);
  return { caller, create };
}

/** Opens each page by a click and measures it. The first visit also compiles the code, on both sides. */
async function visit(suffix: string, caller: Parameters<typeof openAs>[1], isWarmUp: boolean) {
  const page = await browser.newPage({ baseURL: app.origin, reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  page.setDefaultTimeout(20_000);
  await addNameHelper(page);
  await page.addInitScript(watchUsable);
  await openAs(page, caller, '/connections/export');
  await page.getByText('500 connections selected.').waitFor();
  await page.waitForLoadState('networkidle');
  const work = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const time = async (name: string, click: () => Promise<void>, state: Usable) => {
    const before = await work();
    await click();
    const waited = await page.evaluate((wanted) => window.usable(wanted), state);
    const after = await work();
    if (!isWarmUp) {
      const all = times.get(name + suffix) ?? [];
      times.set(name + suffix, [...all, { ...waited, work: after - before }]);
    }
    await page.waitForLoadState('networkidle');
  };
  const link = (name: string | RegExp) => () => page.getByRole('link', { name, exact: true }).first().click();
  const back = async () => {
    await link('Connections')();
    await page.getByRole('heading', { level: 1, name: 'Connections' }).waitFor();
    await page.waitForLoadState('networkidle');
  };
  await time('list', link('Connections'), {
    heading: 'Connections',
    has: '[role=row] a',
    says: suffix === '' ? '1 dataflow' : '',
    saysNot: 'Loading',
  });
  await time('test all', link('Test all connections'), {
    heading: 'Test all connections',
    has: '[role=row] a',
    says: '500 connections',
    saysNot: 'Loading',
  });
  await back();
  await time('export', link('Export connections'), {
    heading: 'Export connections',
    has: 'pre',
    says: '500 connections selected',
    saysNot: 'Loading',
  });
  await back();
  await time('connection', link('Connection 499'), {
    heading: 'Connection 499',
    has: 'main button',
    says: suffix === '' ? 'Used by 1 dataflow' : 'Used by',
    saysNot: 'Loading connection',
  });
  await time('rotate', () => page.getByText('Rotate password', { exact: true }).click(), {
    heading: 'Rotate password',
    has: '[type=checkbox]',
    says: suffix === '' ? 'No other connection' : '500 connections use',
    saysNot: 'Loading',
  });
  await back();
  await copy(page, time);
  await page.close();
}

/** Selects all connections, then sandboxes, and leaves out some. */
async function copy(
  page: Page,
  time: (name: string, click: () => Promise<void>, state: Usable) => Promise<void>,
) {
  const connections = page.getByRole('region', { name: 'Connections', exact: true });
  const sandboxes = page.getByRole('region', { name: 'Sandboxes', exact: true });
  const to = (says: string, has = '[type=checkbox]'): Usable => ({
    heading: 'Copy connections',
    has,
    says,
    saysNot: 'Loading',
  });
  const planned = '[aria-label="Planned copies"] [role=row]';
  await time(
    'copy',
    () => page.getByRole('link', { name: 'Copy connections' }).click(),
    to('500 found.*Sandboxes.*found'),
  );
  await time(
    'copy: 500 connections',
    () => connections.getByRole('button', { name: 'Select all' }).click(),
    to('500 found, 500 selected'),
  );
  const search = sandboxes.getByRole('searchbox');
  const check = (name: string) => async () => {
    await sandboxes.getByText(name).first().click();
  };
  await search.fill('team-001');
  await time('copy: 1 sandbox', check('team-001'), to('500 connections will be created', planned));
  await time('copy: no sandbox', check('team-001'), to('Choose connections and sandboxes'));
  await search.fill('team-01');
  await sandboxes.getByText('10 found').waitFor();
  await time(
    'copy: 10 sandboxes',
    () => sandboxes.getByRole('button', { name: /^Select all/ }).click(),
    to('(4,?500|5,?000) connections will be created', planned),
  );
  await time('copy: 9 sandboxes', check('team-010'), to('(4,?050|4,?500) connections will be created'));
  await time(
    'copy: one copy less',
    () => page.getByRole('row').getByText('Connection 498').first().click(),
    to('(4,?049|4,?499) connections will be created'),
  );
  await time(
    'copy: one connection less',
    () => connections.getByText('Connection 499').click(),
    to('500 found, 499 selected'),
  );
  await time(
    'copy: create without secrets',
    () => page.getByRole('button', { name: /^Create/ }).click(),
    to('There is a problem', '[role=group] [href^="#params"]'),
  );
}
