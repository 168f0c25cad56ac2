import { shorten } from './display-text.ts';

const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' });

/** The latest possible date in epoch milliseconds (ECMAScript). */
const latest = 8.64e15;

/** Formats epoch milliseconds in the time zone of the browser: `May 2, 2024, 2:00:00 PM`. */
export function describeTime(milliseconds: number): string {
  return Math.abs(milliseconds) <= latest ? moment.format(milliseconds) : `an invalid date (${milliseconds})`;
}

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
  if (!(Math.abs(milliseconds) <= latest)) return describeTime(milliseconds);
  const passed = milliseconds - now;
  const [unit, length] = units.find(([, size]) => Math.abs(passed) >= size) ?? [null, 1];
  return unit === null ? 'just now' : ago.format(Math.trunc(passed / length), unit);
}

/** Describes when something was written, and by whom if known. Returns null when the time is unknown. */
export function describeWrite(at: number | undefined, by: string | undefined): string | null {
  if (at === undefined) return null;
  return by === undefined ? describeTime(at) : `${describeTime(at)} by ${shorten(by, 100)}`;
}

/** Formats a duration in milliseconds: `340 ms`, `1.4 s`, `12 s`. */
export function describeDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}
