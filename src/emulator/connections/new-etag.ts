/**
 * A new etag, inner double quotes included (T-PHX). The last group carries the Unix time in seconds, as
 * samples do; the first is taken from a fresh ID, so that it changes with every write even within a second.
 */
export function newEtag(now: number, newId: () => string): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `"${newId().slice(0, 8)}-0000-0200-0000-${seconds}0000"`;
}
