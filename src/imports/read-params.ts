import { findOverlay } from '../sources/find-overlay.ts';
import { type Source, findParam } from '../sources/source.ts';
import { type Finding, type Findings, paramField, toFindings } from './reading.ts';
import { isWholeAddress } from './read-settings.ts';

/** Reads an object whose keys are the exact param names of the source, as in Adobe's and Azure's formats. */
export function readParams(params: Readonly<Record<string, unknown>>, source: Source): Findings {
  const overlay = findOverlay(source);
  const findings: Finding[] = [];
  const unknownKeys: string[] = [];
  const notes: string[] = [];
  for (const [key, value] of Object.entries(params)) {
    const warning = overlay?.warn(key, value) ?? null;
    if (warning !== null) notes.push(warning);
    const address =
      key === source.address && isWholeAddress(value) ? overlay?.readAddress(String(value)) : null;
    if (findParam(source, key) === undefined) unknownKeys.push(key);
    else if (address) {
      const read = toFindings(address);
      findings.push(...read.findings);
      notes.push(...read.notes);
      unknownKeys.push(...read.unknownKeys);
    } else findings.push({ field: paramField(key), key, value, isQuoted: true });
  }
  return { findings, unknownKeys, notes };
}
