import { isSecretName } from '../../text/secret-name.ts';
import { type JsonType, jsonControl } from '../json-param.ts';
import type { ChoiceOption, Param } from '../source.ts';
import { isObject, read, toList, toPlainText } from './read-value.ts';

/** A param that is made from a JSON Schema alone, and whether no control fits it, so that it is entered as JSON. */
export interface LiveParam {
  readonly param: Param;
  readonly isUndrawable: boolean;
  /** Whether the definition says nothing about the type, so that a built-in one is kept. */
  readonly isUntyped: boolean;
  /** The pattern of the definition, which is advice and never checked. */
  readonly pattern: string;
}

/** Whether a form can have a field of this name. Its name is also a key of the answers. */
export function isFieldName(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,99}$/.test(name) && !/^(?:__proto__|constructor|prototype)$/.test(name);
}

/** Describes a property of a definition. Whatever the schema is, the result can be drawn. */
export function readParam(name: string, schema: unknown, isRequired: boolean): LiveParam {
  const label = toPlainText(read(schema, 'title'), 60) || name;
  const description = toPlainText(read(schema, 'description'), 1000);
  const pattern = toPlainText(read(schema, 'pattern'), 300);
  const type = readType(schema);
  const control = readControl(name, label, schema, type);
  const initial = readInitial(control, read(schema, 'default'), isRequired);
  return {
    param: {
      name,
      label,
      help: toPlainText(description, 120),
      guide: {
        whereToFind: describeGuide(description, pattern),
        example: readExample(control, read(schema, 'examples')),
      },
      width: control.control === 'json' || control.control === 'multiline' ? 'whole' : 'half',
      isRequired,
      ...(initial !== undefined && { initial }),
      importNames: [],
      ...control,
    },
    isUndrawable: control.control === 'json' && type !== 'number',
    isUntyped: type === undefined && control.control === 'json',
    pattern,
  };
}

export function describeGuide(words: string, pattern: string): string {
  const known = words === '' ? 'Adobe’s definition does not describe this value.' : words;
  return pattern === '' ? known : `${known} Adobe’s definition gives this pattern: ${pattern}`;
}

type Control = Param extends infer Each ? (Each extends Param ? Omit<Each, keyof ParamWords> : never) : never;
type ParamWords = Pick<
  Param,
  'name' | 'label' | 'help' | 'guide' | 'width' | 'isRequired' | 'isAsked' | 'initial' | 'importNames'
>;

function readControl(name: string, label: string, schema: unknown, type: string | undefined): Control {
  const missing = `Enter ${label}.`;
  const isPassword = read(schema, 'format') === 'password';
  const isTextual = type === 'string' || type === undefined;
  if (isPassword || (isSecretName(name) && type !== 'boolean')) {
    return isTextual
      ? { control: 'secret', missing, ...(isLong(name) && { isMultiline: true as const }) }
      : { ...jsonControl(toJsonType(type), label), isSecret: true };
  }
  const [first, ...others] = readOptions(schema);
  if (first !== undefined)
    return { control: 'choice', missing: `Choose ${label}.`, options: [first, ...others] };
  switch (type) {
    case 'boolean':
      return { control: 'switch' };
    case 'integer': {
      const least = toBound(read(schema, 'minimum')) ?? Number.MIN_SAFE_INTEGER;
      const most = toBound(read(schema, 'maximum')) ?? Number.MAX_SAFE_INTEGER;
      const isPossible = least <= most;
      return {
        control: 'integer',
        least: isPossible ? least : Number.MIN_SAFE_INTEGER,
        most: isPossible ? most : Number.MAX_SAFE_INTEGER,
      };
    }
    case 'string':
      return isLong(name) || typeof read(schema, 'contentMediaType') === 'string'
        ? { control: 'multiline', missing }
        : { control: 'text', missing };
    default:
      return { ...jsonControl(toJsonType(type), label), isSecret: hasPassword(schema, 0) };
  }
}

/** The first type that is not null, because `["string", "null"]` only says that the value is optional. */
function readType(schema: unknown): string | undefined {
  const written = read(schema, 'type');
  const first = [written, ...toList(written)].find((one) => typeof one === 'string' && one !== 'null');
  if (typeof first === 'string') return first;
  return isObject(read(schema, 'properties')) ? 'object' : undefined;
}

function toJsonType(type: string | undefined): JsonType {
  return type === 'object' || type === 'array' || type === 'number'
    ? type
    : type === 'integer'
      ? 'number'
      : 'any';
}

/** A choice needs values that a person can read. Values with the same text count once. */
function readOptions(schema: unknown): readonly ChoiceOption[] {
  const listed = toList(read(schema, 'enum'));
  const values = listed.length > 0 ? listed : [read(schema, 'const')];
  const options = new Map<string, ChoiceOption>();
  for (const value of values.slice(0, 500)) {
    if (value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    const text = String(value);
    // An empty answer means that nothing is chosen, and the form trims what people type.
    if (text === '' || text !== text.trim()) return [];
    if (!options.has(text)) options.set(text, { value, label: toPlainText(text, 100) || text });
  }
  return [...options.values()];
}

/** Whether the usual values have several lines, which a field with one line would join. */
function isLong(name: string): boolean {
  return /private_?key|certificate|\bpem\b|key_?file|json/i.test(name);
}

function hasPassword(schema: unknown, depth: number): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  // What is nested deeper than anyone can read is treated as a secret.
  if (depth > 30) return true;
  return (
    read(schema, 'format') === 'password' || Object.values(schema).some((one) => hasPassword(one, depth + 1))
  );
}

function toBound(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? Number(value) : undefined;
}

/** An unused optional switch is not sent, so a default of false needs no answer. No secret has a default. */
function readInitial(control: Control, value: unknown, isRequired: boolean): string | boolean | undefined {
  switch (control.control) {
    case 'switch':
      return typeof value === 'boolean' && (value || isRequired) ? value : undefined;
    case 'choice':
      return control.options.some((option) => option.value === value) ? String(value) : undefined;
    case 'integer':
      return Number.isSafeInteger(value) ? String(value) : undefined;
    case 'text':
    case 'multiline':
      return typeof value === 'string' && value.length <= 10_000 ? value : undefined;
    case 'json':
      return !control.isSecret && value !== undefined && control.isValid(value)
        ? JSON.stringify(value)
        : undefined;
    case 'secret':
      return undefined;
  }
}

function readExample(control: Control, examples: unknown): string | null {
  const [first] = toList(examples);
  if (control.control === 'json')
    return control.isValid(first) && first !== undefined ? JSON.stringify(first) : null;
  const isShown = control.control !== 'switch' && control.control !== 'choice';
  const text = typeof first === 'number' ? String(first) : toPlainText(first, 300);
  return isShown && text !== '' && isExampleOf(control, text) ? text : null;
}

/** Whether a text can be an example of a param. Only a whole number has a form that can be checked. */
export function isExampleOf(control: Control, text: string): boolean {
  if (control.control !== 'integer') return true;
  return /^-?\d+$/.test(text) && Number(text) >= control.least && Number(text) <= control.most;
}
