import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { readSettings } from '../../read-settings.ts';
import { type ReadingResult, isNothing, noFindings } from '../../reading.ts';
import { toPostmanSettings, variables } from './read-postman-environment.ts';

/** The export of a Postman collection. Its requests mostly contain variables instead of values. */
const postmanCollection = z.object({
  info: z.looseObject({}),
  item: z.array(z.unknown()),
  variable: z.optional(variables),
});
const unreadRequests = 'Only the variables of the collection were read, not its requests.';

/** Reads the variables of an exported Postman collection. */
export function readPostmanCollection(value: unknown, source: Source): ReadingResult {
  const result = postmanCollection.safeParse(value);
  if (!result.success) return null;
  const settings = toPostmanSettings(result.data.variable ?? []);
  const read = settings.length === 0 ? noFindings : readSettings(settings, source);
  if (isNothing(read) || settings.every(({ value: single }) => single === '')) {
    return refuse(
      'Postman collection',
      'This is a Postman collection without values for this form. Export the environment instead.',
    );
  }
  return { kind: 'postman-collection', ...read, notes: [...read.notes, unreadRequests] };
}
