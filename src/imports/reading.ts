import type { ImportKind, ImportNote, Refusal } from './import-result.ts';

/** Findings of a text whose kind is known. */
export interface Reading extends Findings {
  readonly kind: ImportKind;
}

/** What a reader saw in a text, before it is weighed: see `to-import.ts`. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly unknownKeys: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** A value seen in a text, and what it is for. A client secret is seen only to be refused. */
export interface Finding {
  /** An answer of the form, a param of the source by its name, or `clientSecret`. */
  readonly field: string;
  /** What the text calls it. */
  readonly key: string;
  readonly value: unknown;
  /** The value may have been cut off, or may hold what does not belong to it: no password may come of it. */
  readonly uncertain?: boolean;
  /** The text says by quotes where the value ends, so that `, name=` is a part of it. */
  readonly isQuoted?: boolean;
}

/** What every reader answers: null when the text is of another kind. */
export type ReadingResult = Reading | Refusal | null;

export function refuse(label: string, reason: string): Refusal {
  return { kind: 'refused', label, reason };
}
