import type { ParamAnswer, ParamAnswers, Source } from '../sources/source.ts';
import { toAnswer } from './answers/to-answer.ts';

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

/** A bare name typed as host, completed where the preset says how; any other host as it is. */
export function completeHost(source: Source, presetId: string, host: string): string {
  const suffix = source.presets.find(({ id }) => id === presetId)?.hostSuffix ?? null;
  return suffix !== null && isBareName(host) ? `${host}${suffix}` : host;
}

function isPresetValue(source: Source, name: string, answer: ParamAnswer | undefined): boolean {
  return source.presets.some(({ params }) => name in params && toAnswer(params[name]) === answer);
}

/** Letters, digits and hyphens with no dot between, and not this machine. */
function isBareName(host: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(host) && !/^(?:localhost|\d+)$/i.test(host);
}
