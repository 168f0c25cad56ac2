import type { ParamAnswers, Preset, Source } from '../sources/source.ts';
import { toAnswer } from './answers/param-answer.ts';

/** The preset that has these values. If none matches, the result is the preset that keeps all values. */
export function matchPreset(source: Source, params: ParamAnswers, current: string): string {
  const fits = source.presets.filter((preset) => hasValues(preset, params));
  if (fits.some((preset) => preset.id === current && givesValues(preset))) return current;
  // The preset that keeps all values always matches, with the lowest priority.
  const [closest] = fits.sort(
    (one, other) => Object.keys(other.params).length - Object.keys(one.params).length,
  );
  return closest?.id ?? current;
}

/** Whether the values of a preset are in the params, and it has some. */
export function isGivenBy(preset: Preset, params: ParamAnswers): boolean {
  return givesValues(preset) && hasValues(preset, params);
}

/** Whether a preset fills in values, unlike the one that keeps them all. */
export function givesValues({ params }: Preset): boolean {
  return Object.keys(params).length > 0;
}

function hasValues({ params: values }: Preset, params: ParamAnswers): boolean {
  return Object.entries(values).every(([name, value]) => params[name] === toAnswer(value));
}
