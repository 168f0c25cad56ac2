import { phoenix } from './phoenix.ts';
import type { Source } from './source.ts';

/** Everything that can be connected; the first one is what `New connection` starts. */
export const catalog: readonly [Source, ...Source[]] = [phoenix];
