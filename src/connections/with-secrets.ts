import type { Connection } from '../flow-service/schemas/connection.ts';
import { fromConnection } from '../source-form/answers/from-connection.ts';
import type { SourceAnswers } from '../source-form/answers/source-answers.ts';
import { secretParams } from '../sources/secrets.ts';
import type { Source } from '../sources/source.ts';

/** The answers that would create a connection again, with these secrets by the names of their params. */
export function withSecrets(
  source: Source,
  connection: Connection,
  typed: Readonly<SourceAnswers['params']>,
): SourceAnswers {
  const answers = fromConnection(source, connection);
  const secrets = secretParams(source).map(({ name }) => [name, typed[name] ?? '']);
  return { ...answers, params: { ...answers.params, ...Object.fromEntries(secrets) } };
}
