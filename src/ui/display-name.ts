import { shorten } from './shorten.ts';

/** The name of a connection as a page shows it: some have none, or one that nobody can see. */
export function displayName(name: string): string {
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(name) ? shorten(name, 300) : '(no name)';
}
