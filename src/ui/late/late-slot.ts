import type { ReactElement } from 'react';
import { createStore } from '../form/store.ts';

/** What every page shows over its content; null for nothing. The first page does not load it. */
export const lateSlot = createStore<(() => ReactElement) | null>(null);
