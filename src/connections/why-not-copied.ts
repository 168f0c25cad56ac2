import type { Connection } from '../flow-service/schemas/connection.ts';
import { fromConnection, unreadParams } from '../source-form/answers/from-connection.ts';
import { sourceAnswersSchema } from '../source-form/answers/source-answers.ts';
import { secretParams } from '../sources/secrets.ts';
import { type Source, findParam, formParams } from '../sources/source.ts';
import { shorten } from '../ui/display-text.ts';
import { unknownParams } from './unknown-params.ts';

/** Why a connection cannot be copied with the same values, in a sentence; null when it can be. */
export function whyNotCopied(source: Source | null, connection: Connection): string | null {
  if (source === null) return 'Its source is not known, so it is not clear which values are secrets.';
  const unknown = unknownParams(source, connection);
  if (unknown.length > 0) {
    return `It has values that its source does not describe: ${shorten(unknown.join(', '), 200)}.`;
  }
  const unread = unreadParams(source, connection).map(({ label }) => label);
  if (unread.length > 0) {
    return `These values cannot be read: ${shorten(unread.join(', '), 200)}. Edit the connection first.`;
  }
  const parsed = sourceAnswersSchema(source).safeParse(fromConnection(source, connection));
  const secrets = new Set(
    secretParams(source).flatMap((param) => formParams({ params: [param] }).map(({ name }) => name)),
  );
  const fields = parsed.error?.issues.map(({ path }) => path.map(String)) ?? [];
  const missing = fields.flatMap(([first = '', name = '']) =>
    first === 'params' ? (secrets.has(name) ? [] : [findParam(source, name)?.label ?? name]) : [first],
  );
  return missing.length === 0
    ? null
    : `These values are missing or not valid: ${shorten([...new Set(missing)].join(', '), 200)}. Edit the connection first.`;
}
