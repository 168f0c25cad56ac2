import { type Source, type SourceDescription, chooseAuthMethod } from '../source.ts';

/** A source as the wizard offers it, and how it became so. */
export interface Definition {
  readonly source: Source;
  /** The connection spec that the source was made from; null for the documented description. */
  readonly spec: object | null;
  /** What differs from the documented description, one sentence each. */
  readonly differences: readonly string[];
  /** What the form cannot show in a separate field, one sentence each. */
  readonly notes: readonly string[];
}

export function defineDocumented(description: SourceDescription | Source): Definition {
  return { source: chooseAuthMethod(description), spec: null, differences: [], notes: [] };
}
