import { paths, toSourceAddress } from '../session/paths.ts';
import type { Source } from '../sources/source.ts';

export type StepId = 'platform' | 'source' | 'review';

/** The steps in order. The position of a step is its index in this list. */
export function listSteps(source: Source) {
  return [
    { id: 'platform', path: paths.platform, heading: 'Experience Platform' },
    { id: 'source', path: toSourceAddress(source), heading: source.shortName },
    { id: 'review', path: paths.review, heading: 'Review' },
  ] as const;
}
