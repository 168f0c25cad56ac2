import { shorten } from './display-text.ts';

/** Created on first use, because the browser then loads its data, which would delay the first page. */
let moment: Intl.DateTimeFormat | undefined;

/** The latest possible date in epoch milliseconds (ECMAScript). */
export const latestTime = 8.64e15;

/** Formats epoch milliseconds in the time zone of the browser: `May 2, 2024, 2:00:00 PM`. */
export function describeTime(milliseconds: number): string {
  moment ??= new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' });
  return Math.abs(milliseconds) <= latestTime
    ? moment.format(milliseconds)
    : `an invalid date (${milliseconds})`;
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
