import { paths } from '../session/paths.ts';
import type { Source } from '../sources/source.ts';

export type StepId = 'platform' | 'source' | 'review';

/** The steps in their order; a step's position is its place in this list. */
export function listSteps({ shortName }: Source) {
  return [
    { id: 'platform', path: paths.platform, heading: 'Experience Platform' },
    { id: 'source', path: paths.source, heading: shortName },
    { id: 'review', path: paths.review, heading: 'Review' },
  ] as const;
}
