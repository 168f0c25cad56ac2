import {
  type ConnectionPart,
  type ConnectionParts,
  type ConnectionStringFormat,
  buildConnectionString,
  partsOf,
  readConnectionString,
} from './connection-string.ts';
import { type FieldedText, fieldedTexts, findText, isEnteredAsText } from './fielded-text.ts';
import type { AuthMethod, ConnectionFields, Param, ParamAnswer, ParamAnswers } from './source.ts';

/** The name of the field for a part. No param of a source can have a colon in its name. */
export function toFieldName(param: string, part: ConnectionPart | 'entry'): string {
  return `${param}:${part}`;
}

/** What the form of a method asks for: the fields of a connection string or its text, whichever is chosen. */
export function shownParams(method: Pick<AuthMethod, 'params'>, answers: ParamAnswers): readonly Param[] {
  return method.params.flatMap((param) => {
    const { fields } = findText(method, param.name) ?? {};
    if (fields === undefined) return [param];
    return [fields.entry, ...(isEnteredAsText(fields, answers) ? [param] : fields.parts)];
  });
}

/** The field that is shown for a param or a part of it, for a link to it or a message at it. */
export function toShownName(method: Pick<AuthMethod, 'params'>, answers: ParamAnswers, name: string): string {
  const text = findText(method, name);
  if (text === undefined) return name;
  if (isEnteredAsText(text.fields, answers)) return text.param.name;
  return name === text.param.name ? (text.fields.parts[0]?.name ?? name) : name;
}

/** The text that the fields make up; null when one of them is missing or invalid. */
export function joinFields(
  param: string,
  format: ConnectionStringFormat,
  answers: ParamAnswers,
): string | null {
  const parts = partsOf(format).map((part) => {
    const value = toText(answers[toFieldName(param, part)]);
    // A secret is never altered.
    return [part, part === 'password' ? value : value.trim()] as const;
  });
  return buildConnectionString(format, Object.fromEntries(parts));
}

/** The answers that show a text: as fields if they make up exactly the same text, otherwise as a whole. */
export function showText({ param, fields: { format, entry } }: FieldedText, text: string): ParamAnswers {
  const read = readConnectionString(format, text);
  return read.kind === 'raw'
    ? { [entry.name]: 'text', [param.name]: text }
    : { [entry.name]: 'fields', ...toAnswers(param, format, read.parts) };
}

/** The fields of parts, of which some may be missing; null when one of them can only be in a whole text. */
export function showParts(
  { param, fields: { format } }: FieldedText,
  parts: ConnectionParts,
): Readonly<Record<string, string>> | null {
  const filler = { server: 'x', port: '1', database: 'x', user: 'x', password: 'x' };
  if (buildConnectionString(format, { ...filler, ...parts }) === null) return null;
  return Object.fromEntries(
    partsOf(format).flatMap((part) => {
      const value = parts[part];
      return value === undefined ? [] : [[toFieldName(param.name, part), value] as const];
    }),
  );
}

/** Found values as fields where they can be in fields, otherwise as they are. */
export function expandFound(method: Pick<AuthMethod, 'params'>, found: ParamAnswers): ParamAnswers {
  const expanded: Record<string, ParamAnswer> = { ...found };
  for (const text of fieldedTexts(method)) {
    const { param, fields } = text;
    const read = readConnectionString(fields.format, toText(found[param.name]));
    if (read.kind === 'raw') continue;
    Reflect.deleteProperty(expanded, param.name);
    Object.assign(expanded, toAnswers(param, fields.format, read.parts));
  }
  return expanded;
}

/** How each connection string is entered after some answers were replaced, so that the new ones are shown. */
export function entriesAfter(method: Pick<AuthMethod, 'params'>, changes: ParamAnswers): ParamAnswers {
  const entries: Record<string, ParamAnswer> = {};
  for (const { param, fields } of fieldedTexts(method)) {
    const isChanged = [param, ...fields.parts].some(({ name }) => changes[name] !== undefined);
    if (isChanged) entries[fields.entry.name] = toText(changes[param.name]) === '' ? 'fields' : 'text';
  }
  return entries;
}

/**
 * What changes when the user switches between the fields and the text. Both show the same afterwards, except for a text
 * that the fields cannot show and for fields that make up no text. These are kept.
 */
export function switchEntry(
  { param, fields }: FieldedText,
  answers: ParamAnswers,
  entry: string,
): ParamAnswers {
  const held = toText(answers[param.name]);
  const read = readConnectionString(fields.format, held);
  if (entry !== 'text') return read.kind === 'parts' ? toAnswers(param, fields.format, read.parts) : {};
  return held !== '' && read.kind === 'raw' ? {} : { [param.name]: fields.join(answers) ?? '' };
}

function toAnswers(param: Param, format: ConnectionFields['format'], parts: ConnectionParts): ParamAnswers {
  return Object.fromEntries(
    partsOf(format).map((part) => [toFieldName(param.name, part), parts[part] ?? '']),
  );
}

function toText(answer: ParamAnswer | undefined): string {
  return typeof answer === 'string' ? answer : '';
}
