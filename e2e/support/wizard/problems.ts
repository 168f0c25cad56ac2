import { type Page, expect } from '@playwright/test';
import { field } from './wizard.ts';

export interface Problem {
  /** The field's accessible name. */
  readonly field: string;
  readonly message: string;
}

/** The summary of the errors on a page. */
export function problemSummary(page: Page) {
  return page.getByRole('group', { name: 'There is a problem', exact: true });
}

/** Expects a line for the field in the summary, and the same text as the field's description. */
export async function expectProblem(page: Page, { field: name, message }: Problem) {
  await expect(problemSummary(page).getByRole('link', { name: message, exact: true })).toBeVisible();
  await expect(field(page, name)).toHaveAccessibleDescription(message);
  await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
}

/** Expects exactly these lines in this order. */
export async function expectProblems(page: Page, problems: readonly Problem[]) {
  await expect(problemSummary(page).getByRole('link')).toHaveText(problems.map(({ message }) => message));
  for (const problem of problems) await expectProblem(page, problem);
}

/** Expects that each line of the summary links to its field. */
export async function followProblems(page: Page, problems: readonly Problem[]) {
  for (const { field: name, message } of problems) {
    await problemSummary(page).getByRole('link', { name: message, exact: true }).click();
    await expect(field(page, name)).toBeFocused();
  }
}
