import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { type Findings, type ReadingResult, isNothing, joinFindings, noFindings } from '../../reading.ts';
import { readSettings } from '../../read-settings.ts';
import type { HttpRequest } from '../requests/http-request.ts';
import { readRequests } from '../requests/read-request.ts';
import { toPostmanSettings, variables } from './read-postman-environment.ts';

/** The export of a Postman collection. Its requests mostly contain variables instead of values. */
const postmanCollection = z.object({
  info: z.looseObject({}),
  item: z.array(z.unknown()),
  variable: z.optional(variables),
});
const folder = z.object({ item: z.array(z.unknown()) });
/** A request that creates something has a body of text. */
const requestItem = z.object({
  request: z.object({
    header: z._default(z.array(z.object({ key: z.string(), value: z.string() })), []),
    body: z.object({ raw: z.string() }),
  }),
});
const unreadRequests = 'Only the variables of the collection were read, not its requests.';

/** Reads the variables of an exported Postman collection, and its request that creates a connection. */
export function readPostmanCollection(value: unknown, source: Source, chosen: number): ReadingResult {
  const result = postmanCollection.safeParse(value);
  if (!result.success) return null;
  const settings = toPostmanSettings(result.data.variable ?? []);
  const read = settings.length === 0 ? noFindings : readSettings(settings, source);
  const requests = readRequests(requestsIn(result.data.item), source, chosen);
  const isRead = requests.findings.some(({ field }) => field === 'name');
  const isEmpty = isNothing(read) || settings.every(({ value: single }) => single === '');
  if (isEmpty && !isRead) return refuseCollection(requests);
  return isRead
    ? { kind: 'postman-collection', ...joinFindings([read, requests]) }
    : { kind: 'postman-collection', ...read, notes: [...read.notes, unreadRequests] };
}

function refuseCollection({ notes: [reason] }: Findings): ReadingResult {
  return refuse(
    'Postman collection',
    reason ?? 'This is a Postman collection without values for this form. Export the environment instead.',
  );
}

function requestsIn(items: readonly unknown[]): readonly HttpRequest[] {
  return items.flatMap((item) => {
    const inner = folder.safeParse(item);
    if (inner.success) return requestsIn(inner.data.item);
    const { success, data } = requestItem.safeParse(item);
    if (!success) return [];
    const { header, body } = data.request;
    const headers = header.map(({ key, value }) => ({ name: key, value }));
    return [{ headers, body: body.raw, bodyIsInFile: false }];
  });
}
