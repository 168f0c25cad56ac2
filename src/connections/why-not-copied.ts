import type { Connection } from '../flow-service/schemas/connection.ts';
import { fromConnection } from '../source-form/answers/from-connection.ts';
import { sourceAnswersSchema } from '../source-form/answers/source-answers.ts';
import { secretParams } from '../sources/secrets.ts';
import { type Source, findParam, formParams, isOptional } from '../sources/source.ts';
import { shorten } from '../ui/display-text.ts';
import { unknownParams } from './unknown-params.ts';

/** Why a connection cannot be copied with the same values, in a sentence; null when it can be. */
export function whyNotCopied(source: Source | null, connection: Connection): string | null {
  if (source === null)
    return 'The wizard does not know its source, so it does not know which values are secrets.';
  const unknown = unknownParams(source, connection);
  if (unknown.length > 0) {
    return `It has values that its source does not describe: ${shorten(unknown.join(', '), 200)}.`;
  }
  const parsed = sourceAnswersSchema(source).safeParse(fromConnection(source, connection));
  const secrets = new Set(
    secretParams(source).flatMap((param) => formParams({ params: [param] }).map(({ name }) => name)),
  );
  const fields = parsed.error?.issues.map(({ path }) => path.map(String)) ?? [];
  const missing = fields.flatMap(([first = '', name = '']) =>
    first === 'params' ? (secrets.has(name) ? [] : [findParam(source, name)?.label ?? name]) : [first],
  );
  // A switch cannot show that its value is missing.
  for (const param of source.authMethod.params) {
    const isMissing = (connection.auth?.params?.[param.name] ?? null) === null;
    if (param.control === 'switch' && !isOptional(param) && isMissing) missing.push(param.label);
  }
  return missing.length === 0
    ? null
    : `These values are missing or not valid: ${shorten([...new Set(missing)].join(', '), 200)}. Edit the connection first.`;
}
