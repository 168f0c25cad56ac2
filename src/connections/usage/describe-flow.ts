import type { Flow } from '../../flow-service/schemas/usage.ts';
import { describeAge } from '../../ui/describe-age.ts';
import { displayName, shorten } from '../../ui/display-text.ts';
import type { NamedSource, Users } from './find-users.ts';

/** A dataflow or source connection, by its name, else by its ID. */
export function nameUser({ id, name }: { readonly id: string; readonly name?: string | undefined }): string {
  return displayName(name ?? id);
}

/** The names that several dataflows or several source connections have, so that a name alone does not tell which. */
export function findSameNames({ flows, unusedSources }: Users): ReadonlySet<string> {
  const sources = [...flows.flatMap((flow) => flow.sources), ...unusedSources];
  return new Set([...findRepeated(flows), ...findRepeated(sources)]);
}

function findRepeated(users: readonly NamedSource[]): readonly string[] {
  const ids = new Map<string, string>();
  return users.flatMap((user) => {
    const name = nameUser(user);
    const first = ids.get(name) ?? user.id;
    ids.set(name, first);
    // A source connection of several dataflows is listed with each.
    return first === user.id ? [] : [name];
  });
}

/**
 * How often a dataflow runs: `Every day`, `Every 15 minutes`, `Once`; empty when the service does not say. A frequency
 * without an interval says too little, because the interval may be missing or unreadable.
 */
export function describeSchedule({ scheduleParams }: Flow): string {
  const { frequency, interval } = scheduleParams ?? {};
  if (frequency === undefined) return '';
  const unit = shorten(frequency.trim().toLowerCase(), 20);
  if (unit === 'once') return 'Once';
  if (interval === undefined || !units.has(unit)) return '';
  return interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
}

/** The frequencies that are units of time. Of another one, nothing is known. */
const units: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week', 'month']);

/** The last run: `Succeeded 3 hours ago`. `now` is in epoch milliseconds. */
export function describeLastRun({ lastRunDetails }: Flow, now: number): string {
  if (lastRunDetails === undefined) return 'Not run yet';
  const { state, startedAtUTC, completedAtUTC } = lastRunDetails;
  const at = completedAtUTC ?? startedAtUTC;
  const word = state === undefined ? 'Run' : (runWords.get(state.toLowerCase()) ?? shorten(state, 30));
  return at === undefined ? word : `${word} ${describeAge(at, now)}`;
}

/** Whether the last run failed, which the user may want to look at first. */
export function hasFailed({ lastRunDetails }: Flow): boolean {
  return lastRunDetails?.state?.toLowerCase() === 'failed';
}

const runWords: ReadonlyMap<string, string> = new Map([
  ['success', 'Succeeded'],
  ['failed', 'Failed'],
  ['inprogress', 'Started'],
  ['cancelled', 'Canceled'],
]);
