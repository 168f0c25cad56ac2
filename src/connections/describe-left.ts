import type { Connection } from '../flow-service/schemas/connection.ts';
import { unreadParams } from '../source-form/answers/from-connection.ts';
import type { Source } from '../sources/source.ts';
import { shorten } from '../ui/display-text.ts';
import { unknownParams } from './unknown-params.ts';

/** Which values of a connection a form does not take over, and what to do, in sentences. */
export function describeLeft(source: Source, connection: Connection): readonly string[] {
  const unread = unreadParams(source, connection).map(({ label }) => label);
  const unknown = unknownParams(source, connection);
  return [
    ...(unread.length === 0
      ? []
      : [`These values of “${shorten(connection.name, 100)}” cannot be read: ${list(unread)}. Enter them.`]),
    ...(unknown.length === 0
      ? []
      : [`These values are not copied because the source does not describe them: ${list(unknown)}.`]),
  ];
}

function list(names: readonly string[]): string {
  return shorten(names.join(', '), 200);
}
