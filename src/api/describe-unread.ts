/** That items of a list were left out: `2 connections could not be read and are not shown.` Empty for none. */
export function describeUnread(count: number, one: string, several: string): string {
  if (count === 0) return '';
  return count === 1
    ? `1 ${one} could not be read and is not shown.`
    : `${count.toLocaleString('en-US')} ${several} could not be read and are not shown.`;
}
