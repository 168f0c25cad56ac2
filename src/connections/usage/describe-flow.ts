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
export function describeLastRun(flow: Flow, now: number): string {
  if (flow.lastRunDetails === undefined) return 'Not run yet';
  const { state } = flow.lastRunDetails;
  const at = timeOfLastRun(flow, now);
  const word = state === undefined ? 'Run' : (runWords.get(state.toLowerCase()) ?? shorten(state, 30));
  return at === undefined ? word : `${word} ${describeAge(Math.min(at, now), now)}`;
}

/** Milliseconds that the clocks of the service and of this computer may differ. */
const clockGap = 60_000;

/** The color of the last run, if the user may want to look at it first. */
export function toneOfLastRun({ lastRunDetails }: Flow): 'negative' | 'notice' | null {
  switch (lastRunDetails?.state?.toLowerCase()) {
    case 'failed':
      return 'negative';
    case 'partialsuccess':
      return 'notice';
    default:
      return null;
  }
}

/** The time of the last run. A service may write 0 for a time that it does not know, and its clock may be ahead. */
export function timeOfLastRun({ lastRunDetails }: Flow, now: number): number | undefined {
  const times = [lastRunDetails?.completedAtUTC, lastRunDetails?.startedAtUTC];
  return times.find((time) => time !== undefined && time > 0 && time <= now + clockGap);
}

const runWords: ReadonlyMap<string, string> = new Map([
  ['success', 'Succeeded'],
  ['partialsuccess', 'Partially succeeded'],
  ['failed', 'Failed'],
  ['inprogress', 'Started'],
  ['cancelled', 'Canceled'],
]);
