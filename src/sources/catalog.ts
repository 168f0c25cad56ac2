import { phoenix } from './phoenix/phoenix.ts';
import type { Source } from './source.ts';

/** The source that `New connection` starts with. The first page loads no other source. */
export const catalog: readonly [Source] = [phoenix];

/** The source whose databases the local Flow Service opens. */
export const openedSource: Source = phoenix;
