import type { Connection } from '../flow-service/schemas/connection.ts';
import { type Source, findParam } from '../sources/source.ts';

/**
 * The names of the params of a connection that its source does not describe. A change of any param replaces all, so it
 * removes these (docs/flow-service.md#update-a-connection).
 */
export function unknownParams(source: Source, { auth }: Connection): readonly string[] {
  return Object.keys(auth?.params ?? {}).filter((name) => findParam(source, name) === undefined);
}
