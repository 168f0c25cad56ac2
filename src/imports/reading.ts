import type { Address, FoundValue, ParamFinding, Refusal } from '../sources/overlay.ts';
import type { ImportKind, ImportNote } from './import-result.ts';

/** Findings of a text whose kind is known. */
export interface Reading extends Findings {
  readonly kind: ImportKind;
  /** What the text is called; absent where the kind says it. */
  readonly label?: string;
}

/** What a reader saw in a text, before it is weighed: see `to-import.ts`. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly unknownKeys: readonly string[];
  readonly notes: readonly ImportNote[];
  /** Values for nothing that is asked for, which must not be shown either. */
  readonly secrets?: readonly string[];
}

/** A value seen in a text, and what it is for. A client secret is seen only to be refused. */
export interface Finding extends FoundValue {
  /** An answer of the form, `params.host` and the like for a param of the source, or `clientSecret`. */
  readonly field: string;
}

/** What every reader answers: null when the text is of another kind. */
export type ReadingResult = Reading | Refusal | null;

/** What an address of the source says, beside what other texts say. */
export function fromAddress({ findings, ...address }: Address): Reading {
  return { ...address, findings: findings.map(fromParam) };
}

export function fromParam({ param, ...found }: ParamFinding): Finding {
  return { ...found, field: paramField(param) };
}

export function paramField(param: string): string {
  return `params.${param}`;
}
