import { type Param, type Source, findParam, toWord } from './source.ts';

/** Whether a param is a secret: shown nowhere, stored nowhere, and never read back. */
export function isSecret(source: Pick<Source, 'authMethod'>, name: string): boolean {
  return findParam(source, name)?.control === 'secret';
}

export function secretParams({ authMethod }: Pick<Source, 'authMethod'>): readonly Param[] {
  return authMethod.params.filter(({ control }) => control === 'secret');
}

/** The secrets of a source as a sentence names them, such as `password`; empty when it has none. */
export function nameSecrets(source: Pick<Source, 'authMethod'>): string {
  return secretParams(source).map(toWord).join(' and ');
}

/** The secrets among params, to be kept out of whatever is shown. */
export function secretsOf(source: Source, params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    isSecret(source, name) && typeof value === 'string' ? [value] : [],
  );
}
