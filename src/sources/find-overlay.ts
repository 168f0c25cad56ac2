import type { Overlay } from './overlay.ts';
import { phoenixOverlay } from './phoenix/overlay.ts';
import { phoenix } from './phoenix/phoenix.ts';
import type { Source } from './source.ts';

/** Separate from the sources, because the first page loads the sources but needs no overlay. */
const overlays: ReadonlyMap<string, Overlay> = new Map([[phoenix.slug, phoenixOverlay]]);

/** null when a source has no overlay. */
export function findOverlay({ slug }: Pick<Source, 'slug'>): Overlay | null {
  return overlays.get(slug) ?? null;
}
