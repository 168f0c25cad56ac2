import type { Connection } from '../flow-service/schemas/connection.ts';
import { fromConnection } from '../source-form/answers/from-connection.ts';
import type { SourceAnswers } from '../source-form/answers/source-answers.ts';
import { fieldedTexts } from '../sources/fielded-text.ts';
import { secretParams } from '../sources/secrets.ts';
import type { Param, Source } from '../sources/source.ts';

/**
 * The answers that would create a connection again, with these secrets by the names of their params. A connection string
 * is entered as a whole text, because the service does not return the values of its fields.
 */
export function withSecrets(
  source: Source,
  connection: Connection,
  typed: Readonly<SourceAnswers['params']>,
): SourceAnswers {
  const answers = fromConnection(source, connection);
  const secrets = secretParams(source).map(({ name }) => [name, typed[name] ?? '']);
  const entries = fieldedTexts(source.authMethod).map(({ fields }) => [fields.entry.name, 'text']);
  return {
    ...answers,
    params: { ...answers.params, ...Object.fromEntries(entries), ...Object.fromEntries(secrets) },
  };
}

/** The param of a secret that is entered as the whole text that is sent, so the fields of a connection string are left out. */
export function withoutFields(param: Param): Param {
  if (param.control !== 'secret') return param;
  const { connectionString: _fields, ...plain } = param;
  return plain;
}
