import type { Explanation } from '../errors/explanations.ts';

/** Whether the user corrects the error in the credentials, and not in the params of a connection. */
export function isOfCredentials({ field }: Explanation): boolean {
  return field !== null && !field.startsWith('params.');
}
