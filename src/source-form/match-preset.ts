import type { ParamAnswers, Source } from '../sources/source.ts';
import { toAnswer } from './answers/param-answer.ts';

/** The preset that has these values. If none matches, the result is the preset that keeps all values. */
export function matchPreset(source: Source, params: ParamAnswers, current: string): string {
  const fits = source.presets.filter(({ params: values }) =>
    Object.entries(values).every(([name, value]) => params[name] === toAnswer(value)),
  );
  if (fits.some(({ id, params: values }) => id === current && Object.keys(values).length > 0)) return current;
  // The preset that keeps all values always matches, with the lowest priority.
  const [closest] = fits.sort(
    (one, other) => Object.keys(other.params).length - Object.keys(one.params).length,
  );
  return closest?.id ?? current;
}
