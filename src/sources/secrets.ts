import { isSecretName } from '../text/secret-name.ts';
import { type Param, type Source, allParams, findParam, toWord } from './source.ts';

/** Whether a param is a secret, which must never be shown, stored or read back. */
export function isSecret(source: Pick<Source, 'authMethod'>, name: string): boolean {
  const param = findParam(source, name);
  return param !== undefined && isSecretParam(param);
}

export function isSecretParam(param: Param): boolean {
  return param.control === 'secret' || (param.control === 'json' && param.isSecret);
}

/** The secrets of every auth method. The values of a method that is not chosen are kept, so they are protected too. */
export function allSecretParams(source: Source): readonly Param[] {
  return allParams(source).filter(isSecretParam);
}

export function secretParams({ authMethod }: Pick<Source, 'authMethod'>): readonly Param[] {
  return authMethod.params.filter(isSecretParam);
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

/** The secrets among params, as answers or as sent. They must not appear in anything that is shown. */
export function secretsOf(source: Source, params: Readonly<Record<string, unknown>>): readonly string[] {
  return allSecretParams(source).flatMap(({ name, control }) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return [...textsIn(value), ...(control === 'json' ? textsIn(parseJson(value)) : settingsIn(value))];
  });
}

/** The secret settings of a connection string, because a message can quote one of them alone. */
function settingsIn(value: unknown): readonly string[] {
  const settings = typeof value === 'string' && value.includes(';') ? value.split(';') : [];
  return settings.flatMap((setting) => {
    const [, name = '', secret = ''] = /^\s*([^=]+?)\s*=(.*)$/s.exec(setting) ?? [];
    return secret !== '' && isSecretName(name) ? [secret] : [];
  });
}

/** The texts in a value, because a message can quote a part of a JSON value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function parseJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
