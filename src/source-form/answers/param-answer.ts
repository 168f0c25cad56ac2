import { isSecret } from '../../sources/secrets.ts';
import type { ParamAnswer, Source } from '../../sources/source.ts';

/** A secret is compared as it is; of everything else the blanks at the ends are dropped before it is sent. */
export function tidyParam(source: Source, name: string, answer: ParamAnswer = ''): ParamAnswer {
  return typeof answer === 'string' && !isSecret(source, name) ? answer.trim() : answer;
}

/** A value of the wire as its control holds it. */
export function toAnswer(value: unknown): ParamAnswer {
  return typeof value === 'boolean' ? value : String(value);
}

/** The value of a param in words: a switch by its position, anything else as it is. */
export function describeValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  // JSON has no word for a number as large as 1e400.
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
