import type { ParamAnswers, Source } from '../sources/source.ts';

/** The name of a connection whose params changed: a proposed one follows them, one that was edited stays. */
export function followName(source: Source, name: string, before: ParamAnswers, after: ParamAnswers): string {
  return name === source.proposeName(before) ? source.proposeName(after) : name;
}
