import { type Source, findParam } from './source.ts';

/** Whether a param is a secret: shown nowhere, stored nowhere, and never read back. */
export function isSecret(source: Pick<Source, 'params'>, name: string): boolean {
  return findParam(source, name)?.control === 'secret';
}

/** The secrets among params, to be kept out of whatever is shown. */
export function secretsOf(source: Source, params: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(params).flatMap(([name, value]) =>
    isSecret(source, name) && typeof value === 'string' ? [value] : [],
  );
}
