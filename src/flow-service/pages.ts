import { readContinuationToken } from './connection-query.ts';

/** How a page of a list ends. */
export interface PageEnd {
  /** The token of the next page; null on the last page. */
  readonly continuationToken: string | null;
  /** Whether there is a next page that cannot be requested, because its link cannot be read. */
  readonly hasOddLink: boolean;
}

/**
 * Reads how a page ends. `next` is the link to the next page, null without one, and `current` the token of the page
 * itself. A page that names itself as the next page is the last one that can be read.
 */
export function readPageEnd(next: string | null, current: string | undefined): PageEnd {
  const token = readContinuationToken(next);
  const continuationToken = token === current ? null : token;
  return { continuationToken, hasOddLink: next !== null && continuationToken === null };
}

/** Reads the pages of a list one after the other, at most `most` of them. `read` gets the token of a later page. */
export async function readPages<Page extends PageEnd>(
  read: (next: { readonly continuationToken?: string }) => Promise<Page>,
  most: number,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let continuationToken: string | null = null;
  do {
    const page: Page = await read(continuationToken === null ? {} : { continuationToken });
    pages.push(page);
    ({ continuationToken } = page);
  } while (continuationToken !== null && pages.length < most);
  return pages;
}

/** Whether a list has items after these pages, which were not or could not be read. */
export function hasMorePages(pages: readonly PageEnd[]): boolean {
  return (pages.at(-1)?.continuationToken ?? null) !== null || pages.some(({ hasOddLink }) => hasOddLink);
}
