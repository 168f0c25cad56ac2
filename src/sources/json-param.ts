import type { Param } from './source.ts';

export type JsonType = 'object' | 'array' | 'number' | 'any';
type JsonParam = Extract<Param, { control: 'json' }>;

/** The part of a JSON param that follows from the type of its value. */
export function jsonControl(
  type: JsonType,
  label: string,
): Pick<JsonParam, 'control' | 'isValid' | 'problem'> {
  return {
    control: 'json',
    isValid: hasType[type],
    problem: `${label} must be ${names[type]}.`,
  };
}

const names: Readonly<Record<JsonType, string>> = {
  object: 'a JSON object, such as {"key": "value"}',
  array: 'a JSON list, such as ["value"]',
  number: 'a number, such as 1.5',
  any: 'JSON. Write text in double quotes',
};

const hasType: Readonly<Record<JsonType, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  number: (value) => typeof value === 'number',
  any: () => true,
};
