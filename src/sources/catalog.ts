import { phoenix } from './phoenix/phoenix.ts';
import { type Source, chooseAuthMethod } from './source.ts';

/** Everything that can be connected; the first one is what `New connection` starts. */
export const catalog: readonly [Source, ...Source[]] = [phoenix];

const withEachMethod = catalog.flatMap((source) =>
  source.authMethods.map(({ specName }) => chooseAuthMethod(source, specName)),
);

/** What a connection says of where it came from. */
interface Origin {
  readonly connectionSpec: { readonly id: string };
  readonly auth?: { readonly specName?: string | undefined } | undefined;
}

/** The source that a connection was made from, with the auth method that it has; null when it is none of these. */
export function findSource({ connectionSpec, auth }: Origin): Source | null {
  const found = withEachMethod.filter((source) => source.connectionSpec.id === connectionSpec.id);
  return found.find(({ authMethod }) => authMethod.specName === auth?.specName) ?? found[0] ?? null;
}
