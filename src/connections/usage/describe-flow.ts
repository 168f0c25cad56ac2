import type { Flow } from '../../flow-service/schemas/usage.ts';
import { describeAge } from '../../ui/describe-age.ts';
import { displayName, shorten } from '../../ui/display-text.ts';

/** A dataflow or source connection, by its name, else by its ID. */
export function nameUser({ id, name }: { readonly id: string; readonly name?: string | undefined }): string {
  return displayName(name ?? id);
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

const runWords: ReadonlyMap<string, string> = new Map([
  ['success', 'Succeeded'],
  ['failed', 'Failed'],
  ['inprogress', 'Started'],
  ['cancelled', 'Canceled'],
]);
