import type { Page } from '@playwright/test';
import { section } from './connections.ts';

/** Helpers for the connection check. */

export function checkRegion(page: Page) {
  return section(page, 'Connection check');
}

/** A hop of the check by the beginning of its name. */
export function checkedHop(page: Page, name: string) {
  return checkRegion(page)
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${name}`) });
}
