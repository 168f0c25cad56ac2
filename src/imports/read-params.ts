import { type Source, findParam } from '../sources/source.ts';
import { type Findings, paramField } from './reading.ts';

/** Reads an object whose keys are the params of the source by their exact names, as Adobe and Azure write them. */
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
