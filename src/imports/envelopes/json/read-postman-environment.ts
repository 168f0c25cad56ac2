import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { readSettings } from '../../read-settings.ts';
import type { ReadingResult } from '../../reading.ts';

/** The export of a Postman environment, or of Postman's globals (PM). */
const postmanEnvironment = z.object({
  values: z.array(z.object({ key: z.string(), value: z.unknown(), enabled: z.optional(z.unknown()) })),
});

/** The export of a Postman collection. Its requests mostly contain variables instead of values. */
const postmanCollection = z.object({ info: z.looseObject({}), item: z.array(z.unknown()) });

/** Reads an exported Postman environment. A disabled variable counts as absent. */
export function readPostmanEnvironment(value: unknown, source: Source): ReadingResult {
  if (postmanCollection.safeParse(value).success) {
    return refuse(
      'Postman collection',
      'This is a Postman collection, which has no credentials. Export the environment instead.',
    );
  }
  const result = postmanEnvironment.safeParse(value);
  if (!result.success) return null;
  const settings = result.data.values
    .filter((variable) => variable.enabled !== false)
    .map(({ key, value: single }) => ({ key, value: single, isQuoted: true }));
  return { kind: 'postman-environment', ...readSettings(settings, source) };
}
