import { describeTime, latestTime } from './describe-time.ts';

const ago = new Intl.RelativeTimeFormat('en-US');

/** The units of relative times in milliseconds, largest first. */
const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Formats a time relative to now: `3 days ago`, `in 2 hours`, `just now`. Both are epoch milliseconds. */
export function describeAge(milliseconds: number, now: number): string {
  if (!(Math.abs(milliseconds) <= latestTime)) return describeTime(milliseconds);
  const passed = milliseconds - now;
  const [unit, length] = units.find(([, size]) => Math.abs(passed) >= size) ?? [null, 1];
  return unit === null ? 'just now' : ago.format(Math.trunc(passed / length), unit);
}
