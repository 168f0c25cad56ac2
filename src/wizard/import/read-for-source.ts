import { builtInSources } from '../../sources/built-in-sources.ts';
import { type SourceDescription, chooseAuthMethod } from '../../sources/source.ts';
import { chooseNamedMethod, readPasted } from './read-pasted.ts';

/** Helpers of the tests of pasted texts. */

/** The documented source of a page address. */
function sourceWith(slug: string): SourceDescription {
  const source = builtInSources.find((one) => one.slug === slug);
  if (source === undefined) throw new Error(`There is no source ${slug}.`);
  return source;
}

/** Reads a text for a source with the auth method of this name or, without one, its usual one. */
export function readFor(slug: string, text: string, method?: string) {
  return readPasted(text, chooseAuthMethod(sourceWith(slug), method));
}

/** The same with the auth method that the text names, as after a change to the source. */
export function readForNamed(slug: string, text: string, chosen = 0) {
  const source = chooseNamedMethod(text, chooseAuthMethod(sourceWith(slug)), chosen);
  return readPasted(text, source, chosen);
}

/** Values of parts, keyed by the fields of a connection string. */
export function stringFields(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(values).map(([part, value]) => [`connectionString:${part}`, value]),
  );
}
