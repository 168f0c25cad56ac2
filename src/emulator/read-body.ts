import type * as z from 'zod/mini';
import { contentTypeRefusal, problem } from './refusal.ts';

/**
 * Parses the JSON body of a request that requires one.
 * @throws {Refusal} for another Content-Type than `application/json` (TRB), for an empty body (1405-400), and for a
 * body that is not JSON (its code is undocumented, so the generic 1000-400 is used).
 */
export function readBody(contentType: string | null, text: string): unknown {
  if (!/^application\/json\s*(?:;|$)/i.test(contentType ?? '')) {
    throw contentTypeRefusal('The Content-Type of the request must be application/json.');
  }
  if (text.trim() === '') throw problem('1405-400', 'The body of the request is empty.');
  try {
    return JSON.parse(text);
  } catch {
    throw problem('1000-400', 'The body of the request is not valid JSON.');
  }
}

/** Describes in one sentence what is wrong with a body: where it is, and the first issue. */
export function describeIssue({ issues }: z.core.$ZodError): string {
  const { path = [], message } = issues[0] ?? { message: '' };
  return `Invalid value for ${path.join('.') || 'the body'}: ${message}`;
}
