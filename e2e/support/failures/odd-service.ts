import { type Page, type Route, expect, test } from '@playwright/test';
import { type Arbitrary, array, sample } from 'fast-check';
import { createFlowServiceClient } from '../../../src/flow-service/client.ts';
import { toAnswerText } from '../../../src/testing/odd-values-fixture.ts';

/** A Flow Service with answers that a test chooses. The pages must handle all of them. */

/** The answers for each kind of read. A missing value is answered by the local service. */
export interface OddAnswers {
  sandboxes?: unknown;
  spec?: unknown;
  list?: unknown;
  connection?: unknown;
  test?: unknown;
  tables?: unknown;
  table?: unknown;
  /** The status of all answers. The default is 200. */
  status?: number;
}

/** Answers the page's reads with the current values of the returned object. */
export async function serveOddAnswers(page: Page): Promise<OddAnswers> {
  const answers: OddAnswers = {};
  await page.route(/\/api\/(?:flowservice|sandbox-management)\//, async (route) => {
    const kind = findKind(route);
    // Every list has one page.
    const isNext = route.request().url().includes('continuationToken=');
    const answer = isNext ? { items: [] } : kind === null ? undefined : answers[kind];
    if (answer === undefined) return route.fallback();
    return route.fulfill({
      status: answers.status ?? 200,
      contentType: 'application/json',
      body: toAnswerText(answer),
    });
  });
  return answers;
}

function findKind(route: Route): Exclude<keyof OddAnswers, 'status'> | null {
  const request = route.request();
  if (request.method() !== 'GET') return null;
  const { pathname, searchParams } = new URL(request.url());
  if (pathname.includes('/sandbox-management/')) return 'sandboxes';
  if (pathname.includes('/connectionSpecs/')) return 'spec';
  if (pathname.endsWith('/connections')) return 'list';
  if (pathname.endsWith('/test')) return 'test';
  if (pathname.endsWith('/explore')) return searchParams.get('objectType') === 'root' ? 'tables' : 'table';
  return 'connection';
}

/** The number of generated answers of each kind. `ODD_ANSWERS` sets a higher number and uses a new seed each time. */
export const answersEach = Number(process.env['ODD_ANSWERS'] ?? 3);

/** The generated values are the same in every run, so that only a change of the page can fail a test. */
function chooseSeed(): number {
  const { ODD_SEED, ODD_ANSWERS } = process.env;
  if (ODD_SEED !== undefined) return Number(ODD_SEED);
  return ODD_ANSWERS === undefined ? 1 : Math.floor(Math.random() * 2 ** 31);
}

/** Tries generated answers one after the other. The seed is printed, and `ODD_SEED` repeats a run. */
export async function tryOddAnswers<Answer>(
  answers: Arbitrary<Answer>,
  attempt: (answer: Answer, place: number) => Promise<void>,
): Promise<void> {
  const seed = chooseSeed();
  if (process.env['ODD_ANSWERS'] !== undefined) console.log(`ODD_SEED=${seed} for: ${test.info().title}`);
  for (const [place, answer] of sample(answers, { seed, numRuns: answersEach }).entries()) {
    try {
      await test.step(`response ${place} of seed ${seed}`, () => attempt(answer, place));
    } catch (error) {
      await test.info().attach(`response ${place}`, { body: toAnswerText(answer) });
      throw error;
    }
  }
}

/** Joins generated lists, so that one answer contains most kinds of odd items. */
export function joined<Item>(lists: Arbitrary<readonly Item[]>): Arbitrary<Item[]> {
  return array(lists, { minLength: 4, maxLength: 4 }).map((several) => several.flat());
}

export function readerOf(answer: unknown) {
  return createFlowServiceClient({
    baseUrl: '/api',
    credentials: null,
    fetch: () => Promise.resolve(new Response(toAnswerText(answer))),
  });
}

/** Collects all errors and warnings of the page and of React. */
export function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser logs every failed response.
    const isOurs = !message.text().startsWith('Failed to load resource');
    if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

/** Expects that the page is shown and has no text such as [object Object] or Invalid Date. */
export async function expectSound(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
  await expect(page.getByRole('heading', { name: 'This page failed to load' })).toHaveCount(0);
  await expect(page.getByText(/\[object Object\]|Invalid Date/)).toHaveCount(0);
}

/** Expects the sentence about the number of skipped items, or no such sentence for none. */
export async function expectUnread(page: Page, count: number, one: string, several: string) {
  const words =
    count === 1
      ? `1 ${one} is not shown because it could not be read.`
      : `${count.toLocaleString('en-US')} ${several} are not shown because they could not be read.`;
  const said = page
    .getByText(new RegExp(`\\b(?:${one} is|${several} are) not shown because`))
    .filter({ visible: true });
  await (count === 0 ? expect(said).toHaveCount(0) : expect(said.first()).toContainText(words));
}

/** Expects that the page of a connection names its unreadable fields, or shows no such text for none. */
export async function expectUnreadFields(page: Page, fields: readonly string[]) {
  const said = page.getByText(/in a format that could not be read\.$/);
  await (fields.length === 0 ? expect(said).toHaveCount(0) : expect(said).toContainText(fields.join(', ')));
}

/** Follows a link to another page, and waits for its heading. */
export async function followLink(page: Page, name: string, heading: string | RegExp) {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}
