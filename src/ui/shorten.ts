/** A text of at most so many characters: a longer one is cut, and ends with an ellipsis. */
export function shorten(text: string, most: number): string {
  // Half a character at the cut would be drawn as a question mark.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
