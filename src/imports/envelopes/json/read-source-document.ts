import { findOverlay } from '../../../sources/find-overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { type ReadingResult, fromAddress } from '../../reading.ts';

/** Reads the description of a cluster or of its clients, as the command lines of its provider print it. */
export function readSourceDocument(value: unknown, source: Source): ReadingResult {
  const address = findOverlay(source)?.readDocument(value) ?? null;
  if (address === null || address.kind === 'refused') return address;
  return fromAddress(address);
}
