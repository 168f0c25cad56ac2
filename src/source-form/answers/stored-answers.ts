import * as z from 'zod/mini';
import { holdsSecret, isStray } from '../../imports/secret-text.ts';
import { secretsOf } from '../../sources/secrets.ts';
import { type ParamAnswer, type ParamAnswers, type Source, findParam } from '../../sources/source.ts';
import { withoutSecrets } from './secrets.ts';
import { type SourceAnswers, createSourceAnswers } from './source-answers.ts';

/** The answers about a source as they are stored in the tab. */
export const storedAnswers = z.object({
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
    preset: answers.preset,
    name: withoutSecret(answers.name, secrets),
    description: withoutSecret(answers.description, secrets),
    params: withoutStrays(source, withoutSecrets(source, answers.params), secrets),
  };
}

/** The stored answers. Params that are missing get the value of a new form. */
export function fromStoredAnswers(source: Source, stored: StoredAnswers): SourceAnswers {
  const fresh = createSourceAnswers(source);
  const known = Object.entries(stored.params).filter(
    ([name, value]) => typeof value === typeof fresh.params[name],
  );
  return { ...stored, params: { ...fresh.params, ...Object.fromEntries(known) } };
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
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const param = findParam(source, name);
      return [name, param !== undefined && isStray(param, value) ? '' : withoutSecret(value, secrets)];
    }),
  );
}
