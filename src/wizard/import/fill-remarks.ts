import type { ImportResult } from '../../imports/import-result.ts';

/** What a text or a connection that chose the source did not fill in, and why. No sentence contains a secret. */
export interface FillRemarks {
  /** The source that was chosen. */
  readonly slug: string;
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** null when everything in the text was used. */
export function toFillRemarks(result: ImportResult, slug: string): FillRemarks | null {
  if (result.kind === 'refused') {
    return { slug, heading: 'The text could not be imported', sentences: [result.reason] };
  }
  const { notes, placeholders, unknownKeys } = result;
  const sentences = [
    ...notes,
    ...(placeholders.length === 0 ? [] : [`Skipped placeholders: ${placeholders.join(', ')}.`]),
    ...(unknownKeys.length === 0 ? [] : [`Ignored: ${unknownKeys.join(', ')}.`]),
  ];
  return sentences.length === 0 ? null : { slug, heading: 'Some values were not imported', sentences };
}
