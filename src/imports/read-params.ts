import { type Source, findParam } from '../sources/source.ts';
import { type Findings, paramField } from './reading.ts';

/** Reads an object whose keys are the exact param names of the source, as in Adobe's and Azure's formats. */
export function readParams(params: Readonly<Record<string, unknown>>, source: Source): Findings {
  const entries = Object.entries(params);
  const isParam = ([key]: readonly [string, unknown]) => findParam(source, key) !== undefined;
  return {
    findings: entries
      .filter(isParam)
      .map(([key, value]) => ({ field: paramField(key), key, value, isQuoted: true })),
    unknownKeys: entries.filter((entry) => !isParam(entry)).map(([key]) => key),
    notes: [],
  };
}
