import { isSecret } from '../../sources/secrets.ts';
import type { ParamAnswer, Source } from '../../sources/source.ts';

/** Secrets are compared unchanged. Other values are sent without leading and trailing spaces. */
export function normalizeParam(source: Source, name: string, answer: ParamAnswer = ''): ParamAnswer {
  return typeof answer === 'string' && !isSecret(source, name) ? answer.trim() : answer;
}

/** Converts a value from the API to the value of its control. */
export function toAnswer(value: unknown): ParamAnswer {
  return typeof value === 'boolean' ? value : String(value);
}

/** A param's value as text: On or Off for a switch, and the value itself otherwise. */
export function describeValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  // JSON cannot represent a number as large as 1e400.
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
