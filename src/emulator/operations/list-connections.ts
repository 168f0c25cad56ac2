import { jsonAnswer } from '../answer.ts';
import { readFlag } from '../check-query-keys.ts';
import type { Operation, Outcome } from '../operation.ts';
import { problem } from '../refusal.ts';
import { type Page, selectPage } from '../connections/select-page.ts';
import { type Selection, readContinuationToken } from '../connections/selection.ts';
import { connectionFieldKinds } from '../connections/field-kind.ts';
import { toConnectionItem } from '../connections/stored-connection.ts';

/** The default page size is undocumented. The maximum is 100 (OAS-D). */
const defaultLimit = 20;
const mostAtOnce = 100;

/** `GET /connections` (OAS-S, SORT): filters, projection, order, pages, or only a count. */
export const listConnections: Operation = ({ connections, query, secrets }) => {
  const page = selectPage(connections.values(), readSelection(query), connectionFieldKinds, (stored) =>
    toConnectionItem(stored, secrets),
  );
  return answerPage(page, query, '/connections');
};

/** @throws {Refusal} */
export function readSelection(query: URLSearchParams): Selection {
  if (readFlag(query, 'count') && query.has('limit')) {
    throw problem('1401-400', 'limit and count cannot be used together.');
  }
  const token = query.get('continuationToken');
  return token === null
    ? {
        properties: query.getAll('property'),
        orderby: query.get('orderby'),
        limit: readLimit(query.get('limit')),
        after: null,
      }
    : readContinuationToken(token);
}

/** The answer of a list. The link is relative to the service (OAS-S PageLink). */
export function answerPage(
  { items, count, continuationToken }: Page,
  query: URLSearchParams,
  path: string,
): Outcome {
  if (readFlag(query, 'count')) return { answer: jsonAnswer(200, { count }) };
  const next = continuationToken && {
    _links: { next: { href: `${path}?continuationToken=${encodeURIComponent(continuationToken)}` } },
  };
  return { answer: jsonAnswer(200, { items, ...next }) };
}

function readLimit(text: string | null): number {
  if (text === null) return defaultLimit;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > mostAtOnce) {
    throw problem('1452-400', `limit must be a whole number from 1 to ${mostAtOnce}.`);
  }
  return limit;
}
