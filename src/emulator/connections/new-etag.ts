/**
 * A new etag, inner double quotes included (T-PHX). As in the samples, the last group is the Unix time in seconds.
 * The first group comes from a new ID, so that two writes within one second have different etags.
 */
export function newEtag(now: number, newId: () => string): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return `"${newId().slice(0, 8)}-0000-0200-0000-${seconds}0000"`;
}
