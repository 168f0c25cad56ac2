import * as z from 'zod/mini';
import { cleanAccessToken } from '../platform/platform-answers.ts';
import type { ParamAnswers, Source } from '../sources/source.ts';
import { withoutSecrets } from './secrets.ts';
import { type SourceAnswers, createSourceAnswers } from './source-answers.ts';

/** Answers about a source as they are stored in the tab. */
export const storedAnswers = z.object({
  preset: z.string(),
  name: z.string(),
  description: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.boolean()])),
});

/** A JSON Web Token: its first part is JSON in Base64. A host has three parts too. */
const tokenPattern = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** Leaves out what is a secret, or may be one that strayed into another field. */
export function toStoredAnswers(source: Source, answers: SourceAnswers): SourceAnswers {
  return {
    preset: answers.preset,
    name: withoutToken(answers.name),
    description: withoutToken(answers.description),
    params: withoutSecrets(source, withoutStrays(source, answers.params)),
  };
}

/** What was stored, with the values of a new form for params that are not in it. */
export function fromStoredAnswers(source: Source, stored: z.infer<typeof storedAnswers>): SourceAnswers {
  const fresh = createSourceAnswers(source);
  const known = Object.entries(stored.params).filter(
    ([name, value]) => typeof value === typeof fresh.params[name],
  );
  return { ...stored, params: { ...fresh.params, ...Object.fromEntries(known) } };
}

/** Empties what is an access token, whichever field it strayed into. */
export function withoutToken(text: string): string {
  return tokenPattern.test(cleanAccessToken(text)) ? '' : text;
}

/**
 * Empties an access token, and a text that its field refuses and that may hold a password in the wrong place: a whole
 * address, say.
 */
function withoutStrays(source: Source, params: ParamAnswers): ParamAnswers {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const schema = source.params.shape[name];
      const mayStray = /[@;]/.test(value) && schema !== undefined;
      return [name, mayStray && !z.safeParse(schema, value).success ? '' : withoutToken(value)];
    }),
  );
}
