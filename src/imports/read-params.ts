import { phoenix } from '../sources/phoenix.ts';
import { findParam } from '../sources/source.ts';
import type { Findings } from './reading.ts';

/** Reads an object whose keys are the params of Phoenix by their exact names, as Adobe and Azure write them. */
export function readParams(params: Readonly<Record<string, unknown>>): Findings {
  const entries = Object.entries(params);
  return {
    findings: entries.flatMap(([key, value]) =>
      isParamName(key) ? [{ field: key, key, value, isQuoted: true }] : [],
    ),
    unknownKeys: entries.map(([key]) => key).filter((key) => !isParamName(key)),
    notes: [],
  };
}

function isParamName(key: string): boolean {
  return findParam(phoenix, key) !== undefined;
}
