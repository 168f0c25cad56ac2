import type { Address, FoundValue, ParamFinding, Refusal } from '../sources/overlay.ts';
import type { ImportKind, ImportNote } from './import-result.ts';
import type { ListedConnection } from './tell-apart.ts';

/** The findings in a text of a known kind. */
export interface Reading extends Findings {
  readonly kind: ImportKind;
  /** The label of the text; absent when the kind has a label. */
  readonly label?: string;
}

/** The values that a reader found in a text, before `to-import.ts` checks them. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly unknownKeys: readonly string[];
  readonly notes: readonly ImportNote[];
  /** The connections of the source, if a text has several. One of them was read. */
  readonly connections?: readonly ListedConnection[];
  /** Values that no field needs, and that must not be shown either. */
  readonly secrets?: readonly string[];
}

export const noFindings: Findings = { findings: [], unknownKeys: [], notes: [] };

/** The findings of several parts of a text. */
export function joinFindings(parts: readonly Findings[]): Findings {
  return {
    findings: parts.flatMap(({ findings }) => findings),
    unknownKeys: parts.flatMap(({ unknownKeys }) => unknownKeys),
    notes: parts.flatMap(({ notes }) => notes),
    connections: parts.flatMap(({ connections = [] }) => connections),
    secrets: parts.flatMap(({ secrets = [] }) => secrets),
  };
}

/** Whether nothing was found, not even something to mention. */
export function isNothing({ findings, notes }: Findings): boolean {
  return findings.length === 0 && notes.length === 0;
}

/** A value found in a text, and its purpose. A client secret is detected only to refuse it. */
export interface Finding extends FoundValue {
  /** A field of the form, `params.host` and the like for a param of the source, or `clientSecret`. */
  readonly field: string;
}

/** The result of every reader: null when the text is of another kind. */
export type ReadingResult = Reading | Refusal | null;

/** Converts an address of the source to a reading. */
export function fromAddress({ findings, ...address }: Address): Reading {
  return { ...address, findings: findings.map(fromParam) };
}

/** The findings in an address, or why it cannot be used. */
export function toFindings(address: Address | Refusal): Findings {
  return address.kind === 'refused' ? { ...noFindings, notes: [address.reason] } : fromAddress(address);
}

export function fromParam({ param, ...found }: ParamFinding): Finding {
  return { ...found, field: paramField(param) };
}

export function paramField(param: string): string {
  return `params.${param}`;
}
