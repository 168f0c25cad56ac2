/** Cuts a text that is longer than `most` characters and adds an ellipsis. */
export function shorten(text: string, most: number): string {
  // Half of a surrogate pair at the cut would be drawn as a replacement character.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * The name of a connection as pages show it. A name can be missing or invisible. A character that changes the direction
 * of writing would reverse the sentence around the name.
 */
export function displayName(name: string, most = 300): string {
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(name)
    ? shorten(name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, ''), most)
    : '(no name)';
}

/** The limit on characters of a name that is a heading. It is shown in two lines, or as a whole on request. */
export const longestHeading = 2000;

/**
 * Says how many items of a list were left out: `2 connections are not shown because they could not be read.` The text
 * is empty for none.
 */
export function describeUnread(count: number, one: string, several: string): string {
  if (count === 0) return '';
  return count === 1
    ? `1 ${one} is not shown because it could not be read.`
    : `${count.toLocaleString('en-US')} ${several} are not shown because they could not be read.`;
}
