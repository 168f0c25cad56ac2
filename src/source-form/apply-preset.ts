import type { ParamAnswer, ParamAnswers, Source } from '../sources/source.ts';
import { toAnswer } from './answers/param-answer.ts';

/** The params after choosing a preset: what was typed stays; what is empty or another preset's is replaced. */
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

/** A bare name typed as address, completed where the preset says how; any other address as it is. */
export function addSuffix(source: Source, presetId: string, address: string): string {
  const suffix = source.presets.find(({ id }) => id === presetId)?.suffix ?? null;
  return suffix !== null && isBareName(address) ? `${address}${suffix}` : address;
}

function isPresetValue(source: Source, name: string, answer: ParamAnswer | undefined): boolean {
  return source.presets.some(({ params }) => name in params && toAnswer(params[name]) === answer);
}

/** Letters, digits and hyphens with no dot between, and not this machine. */
function isBareName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(name) && !/^(?:localhost|\d+)$/i.test(name);
}
