/** The value of a param in words: a switch by its position, anything else as it is. */
export function describeValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  // JSON has no word for a number as large as 1e400.
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
