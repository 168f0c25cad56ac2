import * as z from 'zod/mini';
import { holdsSecret, isStray } from '../../imports/secret-text.ts';
import { secretsOf } from '../../sources/secrets.ts';
import {
  type ParamAnswer,
  type ParamAnswers,
  type Source,
  allParams,
  chooseAuthMethod,
} from '../../sources/source.ts';
import { withoutSecrets } from './secrets.ts';
import { type SourceAnswers, createSourceAnswers, fitsControl } from './source-answers.ts';

/** The answers about a source as they are stored in the tab. */
export const storedAnswers = z.object({
  /** Empty in a draft from before a source could have several methods. */
  authMethod: z._default(z.string(), ''),
  preset: z.string(),
  name: z.string(),
  description: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.boolean()])),
});

export type StoredAnswers = z.infer<typeof storedAnswers>;

/** Removes secrets, including a secret that was entered into another field. The `otherSecrets` are removed as well. */
export function toStoredAnswers(
  source: Source,
  answers: SourceAnswers,
  otherSecrets: readonly string[],
): StoredAnswers {
  const secrets = [...otherSecrets, ...secretsOf(source, answers.params)];
  return {
    authMethod: answers.authMethod,
    preset: answers.preset,
    name: withoutSecret(answers.name, secrets),
    description: withoutSecret(answers.description, secrets),
    params: withoutStrays(source, withoutSecrets(source, answers.params), secrets),
  };
}

/** The stored answers. Params that are missing get the value of a new form. */
export function fromStoredAnswers(source: Source, stored: StoredAnswers): SourceAnswers {
  const { authMethod } = chooseAuthMethod(source, stored.authMethod);
  const known = allParams(source).flatMap((param) => {
    const value = Object.hasOwn(stored.params, param.name) ? stored.params[param.name] : undefined;
    // A value of a connection that could not be read stays empty, so that the user must choose one.
    return value === '' || (value !== undefined && fitsControl(param, value))
      ? [[param.name, value] as const]
      : [];
  });
  return {
    ...stored,
    authMethod: authMethod.specName,
    params: { ...createSourceAnswers(source).params, ...Object.fromEntries(known) },
  };
}

/** Clears a text that contains a secret, whichever field it is in. */
export function withoutSecret(text: string, secrets: readonly string[]): string {
  return holdsSecret(text, secrets) ? '' : text;
}

/**
 * Clears texts that contain a secret. It also clears an invalid text that may contain one, such as a complete
 * address.
 */
function withoutStrays(
  source: Source,
  params: ParamAnswers,
  secrets: readonly string[],
): Record<string, ParamAnswer> {
  const all = new Map(allParams(source).map((one) => [one.name, one]));
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const param = all.get(name);
      return [name, param !== undefined && isStray(param, value) ? '' : withoutSecret(value, secrets)];
    }),
  );
}
