import { builtInSources } from './built-in-sources.ts';
import { type Source, chooseAuthMethod } from './source.ts';

/** The properties of a connection that identify its source. */
export interface Origin {
  readonly connectionSpec: { readonly id: string };
  readonly auth?: { readonly specName?: string | undefined } | undefined;
}

/** The documented source of a connection, with the connection's auth method; null when no source is documented. */
export function findSource({ connectionSpec, auth }: Origin): Source | null {
  const found = builtInSources.find((source) => source.connectionSpec.id === connectionSpec.id);
  return found === undefined ? null : chooseAuthMethod(found, auth?.specName);
}
