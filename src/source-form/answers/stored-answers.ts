import * as z from 'zod/mini';
import { holdsSecret, isStray } from '../../imports/secret-text.ts';
import { secretsOf } from '../../sources/secrets.ts';
import { type ParamAnswer, type ParamAnswers, type Source, findParam } from '../../sources/source.ts';
import { withoutSecrets } from './secrets.ts';
import { type SourceAnswers, createSourceAnswers } from './source-answers.ts';

/** Answers about a source as they are stored in the tab. */
export const storedAnswers = z.object({
  preset: z.string(),
  name: z.string(),
  description: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.boolean()])),
});

export type StoredAnswers = z.infer<typeof storedAnswers>;

/** Leaves out what is a secret, or may be one that strayed into another field: one of these, too. */
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

/** What was stored, with the values of a new form for params that are not in it. */
export function fromStoredAnswers(source: Source, stored: StoredAnswers): SourceAnswers {
  const fresh = createSourceAnswers(source);
  const known = Object.entries(stored.params).filter(
    ([name, value]) => typeof value === typeof fresh.params[name],
  );
  return { ...stored, params: { ...fresh.params, ...Object.fromEntries(known) } };
}

/** Empties a text with a secret in it, whichever field it strayed into. */
export function withoutSecret(text: string, secrets: readonly string[]): string {
  return holdsSecret(text, secrets) ? '' : text;
}

/** Empties what holds a secret, and a text that its field refuses and that may hold one: a whole address, say. */
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
