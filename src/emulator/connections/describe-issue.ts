import type * as z from 'zod/mini';

/** What is wrong with a body, in a sentence: where, and the first of the complaints. */
export function describeIssue({ issues }: z.core.$ZodError): string {
  const { path = [], message } = issues[0] ?? { message: '' };
  return `Invalid value for ${path.join('.') || 'the body'}: ${message}`;
}
