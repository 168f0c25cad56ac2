import type { FoundParams, Refusal } from './import-result.ts';
import { readPhoenixAddress } from './read-phoenix-address.ts';
import { toImport } from './to-import.ts';

/**
 * Splits what was typed or pasted into Host: the params of a thin-client URL, of the URL of a query server or of
 * `host:port/path`; why such an address is of no use; or null when there is nothing to split.
 * A password that cannot be told is absent: `readPastedText` says so in a note.
 */
export function readPhoenixUrl(text: string): FoundParams | Refusal | null {
  const address = readPhoenixAddress(text);
  if (address === null || address.kind === 'refused') return address;
  const params = toImport(address).found.params ?? {};
  const isHostAlone = Object.keys(params).every((name) => name === 'host');
  return isHostAlone ? null : params;
}
