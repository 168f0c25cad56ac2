/** Which connections to list. */
export interface ConnectionQuery {
  /** Filters such as `connectionSpec.id==...`. A connection must match all of them. */
  readonly filters?: readonly string[];
  /** A field name, prefixed with `-` for descending order. */
  readonly orderBy?: string;
  /** 1 to 100. */
  readonly limit?: number;
  readonly continuationToken?: string;
}

export function toQuery({
  filters = [],
  orderBy,
  limit,
  continuationToken,
}: ConnectionQuery): [string, string][] {
  return [
    ...filters.map((filter): [string, string] => ['property', filter]),
    ...(orderBy === undefined ? [] : [['orderby', orderBy] satisfies [string, string]]),
    ...(limit === undefined ? [] : [['limit', String(limit)] satisfies [string, string]]),
    ...(continuationToken === undefined
      ? []
      : [['continuationToken', continuationToken] satisfies [string, string]]),
  ];
}

/** The href of a next page is relative to the service: `/connections?continuationToken=...`. */
export function readContinuationToken(href: string | null): string | null {
  return href === null
    ? null
    : new URLSearchParams(href.slice(href.indexOf('?') + 1)).get('continuationToken');
}
