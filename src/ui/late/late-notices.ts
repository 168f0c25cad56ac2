import { createStore } from '../form/store.ts';

/** The result of a request that ended after the user left the page that sent it. */
export interface LateNotice {
  readonly variant: 'positive' | 'negative' | 'notice';
  readonly heading: string;
  readonly text: string;
}

/** They are shown on every page until the user closes them. */
export const lateNotices = createStore<readonly (LateNotice & { readonly key: number })[]>([]);
