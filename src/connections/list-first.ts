/** The first names of a list, and how many more there are: `a, b and 3 more`. */
export function listFirst(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  const left = names.length - most;
  return left > 0 ? `${shown} and ${left.toLocaleString('en-US')} more` : shown;
}
