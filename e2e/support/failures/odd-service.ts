import { type Page, type Route, expect, test } from '@playwright/test';
import { type Arbitrary, array, sample } from 'fast-check';
import { createFlowServiceClient } from '../../../src/flow-service/client.ts';
import { toAnswerText } from '../../../src/testing/odd-values-fixture.ts';

/** A Flow Service whose answers a test chooses, and the pages that must bear them. */

/** What the service answers from now on to each kind of read; what is not here comes from the local service. */
export interface OddAnswers {
  sandboxes?: unknown;
  spec?: unknown;
  list?: unknown;
  connection?: unknown;
  test?: unknown;
  tables?: unknown;
  table?: unknown;
  /** The status of all of them: 200 when it is not here. */
  status?: number;
}

/** Answers the reads of a page from what the object that it returns holds at that moment. */
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

/** How many answers of a kind are generated for a test: `ODD_ANSWERS` asks for more, and for others each time. */
export const answersEach = Number(process.env['ODD_ANSWERS'] ?? 3);

/** What is generated is the same each time, so that a change of the page alone can fail a test. */
function chooseSeed(): number {
  const { ODD_SEED, ODD_ANSWERS } = process.env;
  if (ODD_SEED !== undefined) return Number(ODD_SEED);
  return ODD_ANSWERS === undefined ? 1 : Math.floor(Math.random() * 2 ** 31);
}

/** Tries some generated answers one after the other. The seed is printed; `ODD_SEED` repeats one. */
export async function tryOddAnswers<Answer>(
  answers: Arbitrary<Answer>,
  attempt: (answer: Answer, place: number) => Promise<void>,
): Promise<void> {
  const seed = chooseSeed();
  if (process.env['ODD_ANSWERS'] !== undefined) console.log(`ODD_SEED=${seed} for: ${test.info().title}`);
  for (const [place, answer] of sample(answers, { seed, numRuns: answersEach }).entries()) {
    try {
      await test.step(`answer ${place} of seed ${seed}`, () => attempt(answer, place));
    } catch (error) {
      await test.info().attach(`answer ${place}`, { body: toAnswerText(answer) });
      throw error;
    }
  }
}

/** Several generated lists as one, so that one answer holds most kinds of odd items. */
export function joined<Item>(lists: Arbitrary<readonly Item[]>): Arbitrary<Item[]> {
  return array(lists, { minLength: 4, maxLength: 4 }).map((several) => several.flat());
}

/** What a page reads from an answer. */
export function readerOf(answer: unknown) {
  return createFlowServiceClient({
    baseUrl: '/api',
    credentials: null,
    fetch: () => Promise.resolve(new Response(toAnswerText(answer))),
  });
}

/** Everything that the page and React have to complain of from now on. */
export function collectComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser itself notes every answer that is a failure.
    const isOurs = !message.text().startsWith('Failed to load resource');
    if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

/** The page is still there, and nothing on it is of the kind that JavaScript shows for what is none. */
export async function expectSound(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/);
  await expect(page.getByRole('heading', { name: 'This page failed to load' })).toHaveCount(0);
  await expect(page.getByText(/\[object Object\]|Invalid Date/)).toHaveCount(0);
}

/** The sentence that so many items were left out is on the page, or none is when nothing was. */
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

/** The fields of a connection that could not be read are named on its page, or none is when there are none. */
export async function expectUnreadFields(page: Page, fields: readonly string[]) {
  const said = page.getByText(/in a format that could not be read\.$/);
  await (fields.length === 0 ? expect(said).toHaveCount(0) : expect(said).toContainText(fields.join(', ')));
}

/** Goes to another page by a link, and waits for it. */
export async function followLink(page: Page, name: string, heading: string | RegExp) {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}
