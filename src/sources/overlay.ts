import type { Advice, ParamAnswers } from './source.ts';

/** What is known of one source beyond its description, for the pages that ask for its answers. */
export interface Overlay {
  /** What is worth a second look, in the order of importance; none of it blocks. */
  readonly advise: (params: ParamAnswers) => readonly Advice[];
  /** What a text is that `readAddress` reads, for a sentence about what can be pasted. */
  readonly addressName: string;
  /** In which ways it may be written, to go behind its name. */
  readonly addressForms: string;
  /** What a setting is called that holds a whole address; case and separators do not count. */
  readonly addressSettings: readonly string[];
  /** Whether a setting of this name may stand in an address. */
  readonly isAddressProperty: (name: string) => boolean;
  /** Reads where the database is from one line; null when it is no address. */
  readonly readAddress: (text: string) => Address | Refusal | null;
  /** The `type` of its linked services in Azure Data Factory. */
  readonly linkedServiceType: string;
  readonly deprecation: Deprecation | null;
}

export interface Deprecation {
  readonly notice: string;
  readonly alternative: { readonly name: string; readonly description: string; readonly url: string };
}

/** What an address says. */
export interface Address {
  readonly kind: 'address';
  /** What it is called. */
  readonly label: string;
  /** Whether it can hardly be anything else. */
  readonly isSure: boolean;
  readonly findings: readonly ParamFinding[];
  /** Names that are of no use here. */
  readonly unknownKeys: readonly string[];
  /** Plain sentences about what was left out. They never hold a value. */
  readonly notes: readonly string[];
}

/** A value seen in a text, and the param it is for. */
export interface ParamFinding extends FoundValue {
  readonly param: string;
}

export interface FoundValue {
  /** What the text calls it. */
  readonly key: string;
  readonly value: unknown;
  /** The value may have been cut off, or may hold what does not belong to it: no secret may come of it. */
  readonly uncertain?: boolean;
  /** The text says by quotes where the value ends, so that `, name=` is a part of it. */
  readonly isQuoted?: boolean;
}

/** A text that is of no use, and in one sentence why, and what to do instead. Never holds a value. */
export interface Refusal {
  readonly kind: 'refused';
  /** What the text was taken for. */
  readonly label: string;
  readonly reason: string;
}

export function refuse(label: string, reason: string): Refusal {
  return { kind: 'refused', label, reason };
}
