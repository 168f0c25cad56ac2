import type { FoundParams, ImportNote, Refusal } from '../import-result.ts';
import { readPhoenixAddress } from './read-phoenix-address.ts';
import { toImport } from '../to-import.ts';

/** An address taken apart, and what was left out of it. */
interface SplitAddress {
  readonly kind: 'split';
  readonly params: FoundParams;
  readonly notes: readonly ImportNote[];
}

/**
 * Splits what was typed or pasted into Host: the params of a thin-client URL, of the URL of a query server or of
 * `host:port/path`; why such an address is of no use; or null when there is nothing to split.
 */
export function readPhoenixUrl(text: string): SplitAddress | Refusal | null {
  const address = readPhoenixAddress(text);
  if (address === null || address.kind === 'refused') return address;
  const { found, notes } = toImport(address, text);
  const params = found.params ?? {};
  const isHostAlone = notes.length === 0 && Object.keys(params).every((name) => name === 'host');
  return isHostAlone ? null : { kind: 'split', params, notes };
}
