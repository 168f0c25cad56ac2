/** A text of at most so many characters: a longer one is cut, and ends with an ellipsis. */
export function shorten(text: string, most: number): string {
  // Half a character at the cut would be drawn as a question mark.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The name of a connection as a page shows it: some have none, or one that nobody can see. */
export function displayName(name: string): string {
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(name) ? shorten(name, 300) : '(no name)';
}

/** That items of a list were left out: `2 connections are not shown because they could not be read.` Empty for none. */
export function describeUnread(count: number, one: string, several: string): string {
  if (count === 0) return '';
  return count === 1
    ? `1 ${one} is not shown because it could not be read.`
    : `${count.toLocaleString('en-US')} ${several} are not shown because they could not be read.`;
}
