import type { Advice, Fix } from './advice.ts';
import type { ParamAnswers } from './source.ts';

/** Additional knowledge about one source, for the pages with a form. */
export interface Overlay {
  /** Advice about the answers, the most important first. Advice never blocks the user. */
  readonly advise: (params: ParamAnswers) => readonly Advice[];
  /** What to check when a connection does not work, the most likely cause first. */
  readonly checks: readonly Check[];
  readonly explainProvider: ExplainProvider;
  /**
   * A correction of the answers after a connection check failed for a reason, from knowledge about installations of
   * this source; null when there is none.
   */
  readonly fixCheck: (reason: string, params: ParamAnswers) => Fix | null;
  /** The name of the texts that `readAddress` reads, for a sentence about what can be pasted. */
  readonly addressName: string;
  /** The supported forms of an address, worded to follow its name. */
  readonly addressForms: string;
  /** The names of settings that contain a whole address. Case and separators are ignored. */
  readonly addressSettings: readonly string[];
  /** Whether an address may contain a setting of this name. */
  readonly isAddressProperty: (name: string) => boolean;
  /** Reads the location of the database from one line; null when the line is not an address. */
  readonly readAddress: (text: string) => Address | Refusal | null;
  /** Words that only settings and addresses of the source have. */
  readonly mention: RegExp;
  /** What to know about a setting that Adobe's connector does not have; null when nothing. It never has a value in it. */
  readonly warn: (name: string, value: unknown) => string | null;
  /** Reads the description of a cluster that its provider prints as JSON; null when it is none. */
  readonly readDocument: (value: unknown) => Address | Refusal | null;
  readonly deprecation: Deprecation | null;
}

export interface Deprecation {
  readonly notice: string;
  readonly alternative: { readonly name: string; readonly description: string; readonly url: string };
}

/** Something to check when a connection does not work. */
export interface Check {
  /** The params that it concerns. */
  readonly params: readonly [string, ...string[]];
  readonly advice: string;
}

/** The meaning of a database's message: the cause, and what to do. */
export interface Cause {
  readonly sentence: string;
  readonly advice: string;
  /** The username may be wrong as well as the secret. The advice is to check both. */
  readonly mayBeUsername?: boolean;
}

/** The cause, and the invalid param if there is one. */
export interface ProviderExplanation extends Cause {
  readonly param: string | null;
}

/** Explains a database message that Flow Service passes on; null when the message is not recognized. */
export type ExplainProvider = (detail: string) => ProviderExplanation | null;

/** The content of an address. */
export interface Address {
  readonly kind: 'address';
  /** The label of the address. */
  readonly label: string;
  /** Whether the text is almost certainly an address. */
  readonly isSure: boolean;
  readonly findings: readonly ParamFinding[];
  /** Names that are ignored. */
  readonly unknownKeys: readonly string[];
  /** Sentences about what was left out. They never contain a value. */
  readonly notes: readonly string[];
}

/** A value found in a text, and its param. */
export interface ParamFinding extends FoundValue {
  readonly param: string;
}

export interface FoundValue {
  /** The name of the value in the text. */
  readonly key: string;
  readonly value: unknown;
  /** The value may be cut off, or may contain unrelated text, so it must not be used as a secret. */
  readonly uncertain?: boolean;
  /** The value follows from others, and counts only where nothing else is found. */
  readonly isAssumed?: boolean;
  /** The value is in quotes, so `, name=` in it is part of the value. */
  readonly isQuoted?: boolean;
}

/**
 * A text that cannot be used, with one sentence about the reason and what to do instead. It never contains a secret.
 */
export interface Refusal {
  readonly kind: 'refused';
  /** The detected kind of the text. */
  readonly label: string;
  readonly reason: string;
}

export function refuse(label: string, reason: string): Refusal {
  return { kind: 'refused', label, reason };
}
