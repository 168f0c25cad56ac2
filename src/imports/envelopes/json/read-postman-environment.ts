import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { readSettings } from '../../read-settings.ts';
import type { ReadingResult } from '../../reading.ts';
import type { Setting } from '../../setting-names.ts';

/** Variables of Postman. A collection may name them by `id`, and disables them in its own way. */
export const variables = z.array(
  z.object({
    key: z.optional(z.string()),
    id: z.optional(z.string()),
    value: z.optional(z.unknown()),
    enabled: z.optional(z.unknown()),
    disabled: z.optional(z.unknown()),
  }),
);

/** The export of a Postman environment, or of Postman's globals (PM). */
const postmanEnvironment = z.object({ values: variables });

/** Reads an exported Postman environment. A disabled variable counts as absent. */
export function readPostmanEnvironment(value: unknown, source: Source): ReadingResult {
  const result = postmanEnvironment.safeParse(value);
  if (!result.success) return null;
  const settings = toPostmanSettings(result.data.values);
  if (settings.length > 0 && settings.every(({ value: single }) => single === '' || single === undefined)) {
    return refuse(
      'Postman environment',
      'All values of this Postman environment are empty. Postman exports only shared values, not current values. Copy the values into the shared column, and export again.',
    );
  }
  return { kind: 'postman-environment', ...readSettings(settings, source) };
}

export function toPostmanSettings(given: z.infer<typeof variables>): readonly Setting[] {
  return given
    .filter(({ enabled, disabled }) => enabled !== false && disabled !== true)
    .map(({ key, id, value }) => ({ key: key ?? id ?? '', value, isQuoted: true }));
}
