import { phoenix } from './phoenix/phoenix.ts';
import { type Source, chooseAuthMethod } from './source.ts';

/** All supported sources. `New connection` starts with the first one. */
export const catalog: readonly [Source, ...Source[]] = [phoenix];

const withEachMethod = catalog.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);

/** The properties of a connection that identify its source. */
interface Origin {
  readonly connectionSpec: { readonly id: string };
  readonly auth?: { readonly specName?: string | undefined } | undefined;
}

/** The source of a connection, with the connection's auth method; null when the source is not supported. */
export function findSource({ connectionSpec, auth }: Origin): Source | null {
  const found = withEachMethod.filter((source) => source.connectionSpec.id === connectionSpec.id);
  return found.find(({ authMethod }) => authMethod.specName === auth?.specName) ?? found[0] ?? null;
}

/** The source whose databases the local Flow Service opens. */
export const openedSource: Source = phoenix;
