import { toSlugs } from './slug.ts';
import { sourceIndex } from './source-index.ts';

/** A connection spec as Adobe lists it. */
interface ListedSpec {
  readonly id: string;
  readonly name?: string | undefined;
  readonly authSpec?: readonly { readonly name: string }[] | undefined;
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

/** A source that has no documented description. It is made from its spec alone. */
export interface OtherSource<Spec> {
  readonly slug: string;
  readonly name: string;
  readonly spec: Spec;
}

/** The listed sources that are not built in and that have something to ask for, by name. */
export function listOtherSources<Spec extends ListedSpec>(
  specs: readonly Spec[],
): readonly OtherSource<Spec>[] {
  const builtIn = new Set(sourceIndex.map(({ specId }) => specId));
  const others = specs.filter(
    ({ id, attributes, authSpec = [] }) =>
      !builtIn.has(id) && attributes?.['isSource'] === true && authSpec.length > 0,
  );
  const slugs = toSlugs([...sourceIndex.map(({ specId, slug }) => ({ id: specId, name: slug })), ...others]);
  return others
    .map((spec) => ({ slug: slugs.get(spec.id) ?? spec.id, name: nameOf(spec), spec }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function nameOf({ id, name = '' }: ListedSpec): string {
  return name.trim() === '' ? id : name;
}
