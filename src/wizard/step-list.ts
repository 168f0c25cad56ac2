import { paths, toSourceAddress } from '../session/paths.ts';
import type { Source } from '../sources/source.ts';

export type StepId = 'platform' | 'source' | 'review';

/** The steps in their order; a step's position is its place in this list. */
export function listSteps(source: Source) {
  return [
    { id: 'platform', path: paths.platform, heading: 'Experience Platform' },
    { id: 'source', path: toSourceAddress(source), heading: source.shortName },
    { id: 'review', path: paths.review, heading: 'Review' },
  ] as const;
}
