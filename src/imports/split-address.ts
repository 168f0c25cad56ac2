import { findOverlay } from '../sources/find-overlay.ts';
import type { Refusal } from '../sources/overlay.ts';
import type { Source } from '../sources/source.ts';
import type { FoundParams, ImportNote } from './import-result.ts';
import { fromAddress } from './reading.ts';
import { toImport } from './to-import.ts';

/** The parts of an address, and what was left out. */
interface SplitAddress {
  readonly kind: 'split';
  readonly params: FoundParams;
  readonly notes: readonly ImportNote[];
}

/**
 * Splits the text of the param that contains the source's address. Returns the params of a whole address, the reason
 * why the address cannot be used, or null when there is nothing to split.
 */
export function splitAddress(text: string, source: Source): SplitAddress | Refusal | null {
  const address = findOverlay(source)?.readAddress(text) ?? null;
  if (address === null || address.kind === 'refused') return address;
  const { found, notes } = toImport(fromAddress(address), text, source);
  const params = found.params ?? {};
  const isAlone = notes.length === 0 && Object.keys(params).every((name) => name === source.address);
  return isAlone ? null : { kind: 'split', params, notes };
}
