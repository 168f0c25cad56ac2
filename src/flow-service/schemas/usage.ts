import * as z from 'zod/mini';
import { identifier, listOf, optional, pageOf, text } from './lenient.ts';

/** A list within an item, whose unreadable parts are left out. */
function partsOf<Item>(item: z.ZodMiniType<Item>) {
  return z.pipe(
    optional(listOf(item)),
    z.transform((list) => list?.items ?? []),
  );
}

/** Names, states and units are shown as they are, but an empty one says nothing. */
const shownText = optional(text.check(z.minLength(1)));

const lastRun = z.object({
  state: shownText,
  /** Epoch milliseconds. */
  startedAtUTC: optional(z.number()),
  completedAtUTC: optional(z.number()),
});

/** A number of units. Some services send it as a text. */
const interval = z.union([
  z.int().check(z.positive()),
  z.pipe(
    text.check(z.regex(/^\s*0*[1-9][0-9]{0,8}\s*$/)),
    z.transform((digits) => Number(digits)),
  ),
]);

const schedule = z.object({ frequency: shownText, interval: optional(interval) });

const sourceReference = z.object({ id: identifier, baseConnection: optional(z.object({ id: identifier })) });

/**
 * A dataflow as `GET /flows` returns it (OAS-S). Only its ID must be valid.
 */
const flow = z.object({
  id: identifier,
  name: shownText,
  state: shownText,
  sourceConnectionIds: partsOf(identifier),
  scheduleParams: optional(schedule),
  lastRunDetails: optional(lastRun),
  inheritedAttributes: optional(z.object({ sourceConnections: partsOf(sourceReference) })),
});
export type Flow = z.infer<typeof flow>;

/** A source connection as `GET /sourceConnections` returns it (OAS-S): which data of a connection is read. */
const sourceConnection = z.object({
  id: identifier,
  name: shownText,
  baseConnectionId: optional(identifier),
  inheritedAttributes: optional(z.object({ baseConnection: optional(z.object({ id: identifier })) })),
});
export type SourceConnection = z.infer<typeof sourceConnection>;

/** `GET /flows`. */
export const flowPage = pageOf(flow);

/** `GET /sourceConnections`. */
export const sourceConnectionPage = pageOf(sourceConnection);
