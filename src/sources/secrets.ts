import { type Param, type Source, findParam, toWord } from './source.ts';

/** Whether a param is a secret, which must never be shown, stored or read back. */
export function isSecret(source: Pick<Source, 'authMethod'>, name: string): boolean {
  return findParam(source, name)?.control === 'secret';
}

export function secretParams({ authMethod }: Pick<Source, 'authMethod'>): readonly Param[] {
  return authMethod.params.filter(({ control }) => control === 'secret');
}

/**
 * The word for the secret of a source in a sentence, general enough for several secrets; null when the source has
 * none.
 */
export function nameSecret(source: Pick<Source, 'authMethod'>): string | null {
  const [first, ...others] = secretParams(source);
  if (first === undefined) return null;
  return others.length === 0 ? toWord(first) : 'secret';
}

/** The secrets among params. They must not appear in anything that is shown. */
export function secretsOf(source: Source, params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    isSecret(source, name) && typeof value === 'string' ? [value] : [],
  );
}
