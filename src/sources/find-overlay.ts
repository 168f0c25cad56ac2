import type { Overlay } from './overlay.ts';
import { phoenixOverlay } from './phoenix/overlay.ts';
import { phoenix } from './phoenix/phoenix.ts';
import type { Source } from './source.ts';

/** Apart from the sources themselves: the first page needs those, and none of this. */
const overlays: ReadonlyMap<string, Overlay> = new Map([[phoenix.slug, phoenixOverlay]]);

/** null for a source of which no more is known than its description. */
export function findOverlay({ slug }: Pick<Source, 'slug'>): Overlay | null {
  return overlays.get(slug) ?? null;
}
