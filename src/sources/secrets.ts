import { type Param, type Source, findParam, toWord } from './source.ts';

/** Whether a param is a secret: shown nowhere, stored nowhere, and never read back. */
export function isSecret(source: Pick<Source, 'authMethod'>, name: string): boolean {
  return findParam(source, name)?.control === 'secret';
}

export function secretParams({ authMethod }: Pick<Source, 'authMethod'>): readonly Param[] {
  return authMethod.params.filter(({ control }) => control === 'secret');
}

/** What a sentence calls the secret of a source, whichever it is when there are several; null when it has none. */
export function nameSecret(source: Pick<Source, 'authMethod'>): string | null {
  const [first, ...others] = secretParams(source);
  if (first === undefined) return null;
  return others.length === 0 ? toWord(first) : 'secret';
}

/** The secrets among params, to be kept out of whatever is shown. */
export function secretsOf(source: Source, params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    isSecret(source, name) && typeof value === 'string' ? [value] : [],
  );
}
