import type { Connection } from '../../flow-service/schemas/connection.ts';
import { type RequestTemplate, invisible } from '../../flow-service/to-curl.ts';
import type { Source } from '../../sources/source.ts';
import { type RequestScope, createRequest } from '../page/next-requests.ts';
import { unknownParams } from '../unknown-params.ts';
import { nameVariables } from './name-variables.ts';

/** A connection as the request that creates it. */
export interface Exported {
  readonly name: string;
  readonly sourceName: string;
  readonly template: RequestTemplate;
  /** The variables of its secrets. */
  readonly variables: readonly string[];
}

/** The connections of a sandbox as requests. */
export interface Export {
  readonly sandbox: string;
  readonly connections: readonly Exported[];
  /** The connections that are left out, because it is not known which of their values are secrets. */
  readonly unknown: readonly Connection[];
  /** How many connections have values that their source does not describe. These values are left out. */
  readonly reduced: number;
}

export function toExport(
  { gateway, sandbox }: Pick<RequestScope, 'gateway' | 'sandbox'>,
  connections: readonly Connection[],
  sourceOf: (connection: Connection) => Source | null,
): Export {
  const sourced = connections.map((connection) => ({ connection, source: sourceOf(connection) }));
  const known = sourced.flatMap(({ connection, source }) =>
    source === null ? [] : [{ connection, source, name: connection.name }],
  );
  const names = nameVariables(known);
  return {
    sandbox,
    connections: known.map(({ connection, source, name }, place) => {
      const variables = names[place] ?? new Map<string, string>();
      return {
        name,
        sourceName: source.name,
        template: createRequest(
          { gateway, sandbox, connection },
          source,
          (param) => variables.get(param) ?? param,
        ),
        variables: [...variables.values()],
      };
    }),
    unknown: sourced.flatMap(({ connection, source }) => (source === null ? [connection] : [])),
    reduced: known.filter(({ connection, source }) => unknownParams(source, connection).length > 0).length,
  };
}

/** A name in a comment. A line break would end the comment, and an invisible character could hide a part of the code. */
export function describeInComment({ name, sourceName }: Exported): string {
  const text = `${name} (${sourceName})`.replaceAll(invisible, ' ').replaceAll(/\s+/gu, ' ').trim();
  return text.length <= longestComment ? text : `${text.slice(0, longestComment)}...`;
}

const longestComment = 100;
