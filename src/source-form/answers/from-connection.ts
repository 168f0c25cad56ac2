import type { Connection } from '../../flow-service/schemas/connection.ts';
import type { ParamAnswer, Param, Source } from '../../sources/source.ts';
import { matchPreset } from '../match-preset.ts';
import type { SourceAnswers } from './source-answers.ts';
import { toAnswer } from './param-answer.ts';

/**
 * The answers that would create the same connection. Secrets are empty, because their form in a connection is
 * undocumented.
 */
export function fromConnection(source: Source, connection: Connection): SourceAnswers {
  const held = connection.auth?.params ?? {};
  const params = Object.fromEntries(
    source.authMethod.params.map((param) => [param.name, readParam(param, held[param.name])]),
  );
  return {
    preset: matchPreset(source, params, ''),
    name: connection.name,
    description: connection.description ?? '',
    params,
  };
}

/** A longer text was not entered by a person, and a field with it blocks the page. */
const mostCharacters = 10_000;

function readParam({ control }: Param, value: unknown): ParamAnswer {
  switch (control) {
    case 'switch':
      return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
    case 'secret':
      return '';
    case 'integer':
    case 'text':
      return (typeof value === 'string' && value.length <= mostCharacters) || typeof value === 'number'
        ? toAnswer(value)
        : '';
  }
}
