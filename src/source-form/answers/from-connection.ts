import type { Connection } from '../../flow-service/schemas/connection.ts';
import { type ParamAnswer, type Param, type Source, isOptional } from '../../sources/source.ts';
import { matchPreset } from '../match-preset.ts';
import { type SourceAnswers, createSourceAnswers } from './source-answers.ts';
import { toAnswer } from './param-answer.ts';

/**
 * The answers that would create the same connection. Secrets are empty, because their form in a connection is
 * undocumented.
 */
export function fromConnection(source: Source, connection: Connection): SourceAnswers {
  const held = connection.auth?.params ?? {};
  const params = {
    ...createSourceAnswers(source).params,
    ...Object.fromEntries(
      source.authMethod.params.map((param) => [param.name, readParam(param, held[param.name])]),
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

/** A longer text was not entered by a person, and a field with it blocks the page. */
const mostCharacters = 10_000;

function readParam(param: Param, value: unknown): ParamAnswer {
  switch (param.control) {
    case 'switch':
      if (isOptional(param) && (value ?? null) === null) return '';
      return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
    case 'secret':
      return '';
    case 'json':
      return param.isSecret || (value ?? null) === null ? '' : readJson(value);
    case 'choice':
      return param.options.some((option) => String(option.value) === String(value)) ? String(value) : '';
    case 'integer':
    case 'multiline':
    case 'text':
      return (typeof value === 'string' && value.length <= mostCharacters) || typeof value === 'number'
        ? toAnswer(value)
        : '';
  }
}

function readJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.length <= mostCharacters ? text : '';
}
