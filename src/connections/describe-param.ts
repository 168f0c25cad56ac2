import { describeValue } from '../source-form/answers/param-answer.ts';
import { isSecret } from '../sources/secrets.ts';
import { type Source, findParam } from '../sources/source.ts';
import { shorten } from '../ui/display-text.ts';

/** The label of a param, with its value if it is not a secret: `Port 443`, `Enable SSL On`, `Password`. */
export function describeParam(source: Source, name: string, value: unknown): string {
  const { label } = findParam(source, name) ?? { label: name };
  const shown = showParam(source, name, value);
  return shown === null ? label : `${label} ${shown}`;
}

/**
 * The value of a param as text. It is null for a missing value and for a secret, because the form of a secret in an
 * answer is undocumented.
 */
export function showParam(source: Source, name: string, value: unknown): string | null {
  return value === undefined || value === null || isSecret(source, name)
    ? null
    : shorten(describeValue(value), 300);
}
