import { type Refusal, problem } from '../refusal.ts';

/** The 504 of a source, or of the provider between, that is too slow (ERR-F). */
export function sourceTimedOut(): Refusal {
  return problem('1104-504', 'The source did not answer in time.');
}
