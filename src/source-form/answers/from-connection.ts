import type { Connection } from '../../flow-service/schemas/connection.ts';
import { isSecretParam } from '../../sources/secrets.ts';
import type { Param, ParamAnswer, Source } from '../../sources/source.ts';
import { matchPreset } from '../match-preset.ts';
import { type SourceAnswers, createSourceAnswers } from './source-answers.ts';
import { toAnswer } from './param-answer.ts';

/**
 * The answers that would create the same connection. Secrets are empty, because their form in a connection is
 * undocumented. Values that cannot be read are empty, too, and never replaced by a default. See {@link unreadParams}.
 */
export function fromConnection(source: Source, connection: Connection): SourceAnswers {
  const held = connection.auth?.params ?? {};
  const params = {
    ...createSourceAnswers(source).params,
    ...Object.fromEntries(
      source.authMethod.params.map((param) => [param.name, readParam(param, held[param.name]) ?? '']),
    ),
  };
  return {
    authMethod: source.authMethod.specName,
    preset: matchPreset(source, params, ''),
    name: connection.name,
    description: connection.description ?? '',
    params,
  };
}

/**
 * The params of a connection whose values no control can show. They must not be written back, because the answers do not
 * contain them.
 */
export function unreadParams({ authMethod }: Source, { auth }: Connection): readonly Param[] {
  return authMethod.params.filter((param) => readParam(param, auth?.params?.[param.name]) === undefined);
}

/** A longer text was not entered by a person, and a field with it blocks the page. */
const mostCharacters = 10_000;

/** The answer for a value; undefined for a value that cannot be read. A missing value is an empty answer. */
function readParam(param: Param, value: unknown): ParamAnswer | undefined {
  if (isSecretParam(param) || (value ?? null) === null) return '';
  switch (param.control) {
    case 'switch':
      return readSwitch(value);
    case 'json':
      return readJson(value);
    case 'choice':
      return param.options.map((option) => String(option.value)).find((text) => text === toText(value));
    case 'integer':
    case 'multiline':
    case 'text':
      return (typeof value === 'string' && value.length <= mostCharacters) || typeof value === 'number'
        ? toAnswer(value)
        : undefined;
    case 'secret':
      return '';
  }
}

/** A service may convert booleans to text. It is not documented that any other value means on or off. */
function readSwitch(value: unknown): boolean | undefined {
  const text = toText(value)?.toLowerCase();
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** The text of a value that is not a list or an object. */
function toText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function readJson(value: unknown): string | undefined {
  const text = JSON.stringify(value, null, 2);
  return text.length <= mostCharacters ? text : undefined;
}
