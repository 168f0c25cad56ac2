import type { ParamAnswer } from '../../sources/source.ts';

/** A value of the wire as its control holds it. */
export function toAnswer(value: unknown): ParamAnswer {
  return typeof value === 'boolean' ? value : String(value);
}
