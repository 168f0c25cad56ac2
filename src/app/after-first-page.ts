import type { RegisteredRouter } from '@tanstack/react-router';
import { keepComposition } from '../ui/fields/keep-composition.ts';
import { keepFocus } from '../ui/focus/keep-focus.ts';
import { keepFocusInView } from '../ui/focus/keep-focus-in-view.ts';
import { fetchPagesAhead } from './fetch-pages-ahead.ts';

/** What no page needs before the user does something. It is loaded and called once, when the first page is there. */
export function afterFirstPage(router: RegisteredRouter): void {
  keepFocus(document);
  keepComposition(document);
  keepFocusInView(document);
  fetchPagesAhead(router);
}
