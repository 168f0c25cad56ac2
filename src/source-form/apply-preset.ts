import type { ParamAnswer, ParamAnswers, Source } from '../sources/source.ts';
import { toAnswer } from './answers/param-answer.ts';

/** The params after a preset is chosen. Typed values stay. Empty values and values of another preset are replaced. */
export function applyPreset(
  source: Source,
  presetId: string,
  params: ParamAnswers,
): Record<string, ParamAnswer> {
  const chosen = source.presets.find(({ id }) => id === presetId);
  const replaced = Object.entries(chosen?.params ?? {})
    .filter(([name]) => params[name] === '' || isPresetValue(source, name, params[name]))
    .map(([name, value]) => [name, toAnswer(value)]);
  return { ...params, ...Object.fromEntries(replaced) };
}

/** Completes a short host name as the preset defines. Any other address is unchanged. */
export function addSuffix(source: Source, presetId: string, address: string): string {
  const suffix = source.presets.find(({ id }) => id === presetId)?.suffix ?? null;
  return suffix !== null && isBareName(address) ? `${address}${suffix}` : address;
}

function isPresetValue(source: Source, name: string, answer: ParamAnswer | undefined): boolean {
  return source.presets.some(({ params }) => name in params && toAnswer(params[name]) === answer);
}

/** Whether a name has only letters, digits and hyphens, and is not this computer. */
function isBareName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(name) && !/^(?:localhost|\d+)$/i.test(name);
}
