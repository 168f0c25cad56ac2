import { phoenix } from './phoenix/phoenix.ts';
import type { Source } from './source.ts';

/** Everything that can be connected; the first one is what `New connection` starts. */
export const catalog: readonly [Source, ...Source[]] = [phoenix];

/** The source that a connection was made from, by the ID of its connection spec; null when it is none of these. */
export function findSource(specId: string): Source | null {
  return catalog.find(({ connectionSpec }) => connectionSpec.id === specId) ?? null;
}
