import * as z from 'zod/mini';
import { describeIssue } from '../read-body.ts';
import type { Operation } from '../operation.ts';
import { problem } from '../refusal.ts';
import { selectPage } from '../connections/select-page.ts';
import { readContinuationToken } from '../connections/selection.ts';
import { answerPage } from './list-connections.ts';

/** OAS-S `ConnectionFilterRequest`. */
const searchRequest = z.object({
  queryString: z.optional(z.string()),
  limit: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  orderby: z.optional(z.string()),
  count: z.optional(z.boolean()),
});

/**
 * `POST /connections/search` (OAS-S). The grammar of `queryString` is undocumented. Here it accepts one filter with
 * the syntax of `property`.
 */
export const searchConnections: Operation = ({ connections, query, body, secrets }) => {
  const request = searchRequest.safeParse(body);
  if (!request.success) {
    throw problem('1452-400', describeIssue(request.error));
  }
  const { queryString, limit, orderby = null, count = false } = request.data;
  if (count && limit !== undefined) {
    throw problem('1401-400', 'limit and count cannot be used together.');
  }
  const token = query.get('continuationToken');
  const properties = queryString === undefined ? [] : [queryString];
  const selection =
    token === null ? { properties, orderby, limit: limit ?? 20, after: null } : readContinuationToken(token);
  return answerPage(selectPage(connections.values(), selection, secrets), count, '/connections/search');
};
