import * as z from 'zod/mini';
import type { PatchOperation } from '../../flow-service/connection-request.ts';
import type { Source } from '../../sources/source.ts';
import { type SourceAnswers, sourceAnswersSchema } from './source-answers.ts';
import { tidyParam } from './param-answer.ts';

/**
 * Whether the answers change where a connection leads or how it signs in. Flow Service replaces all params at
 * once (OAS-D, T-UPD), so that every secret must then be given anew.
 */
export function touchesParams(source: Source, before: SourceAnswers, answers: SourceAnswers): boolean {
  return source.authMethod.params.some(
    ({ name }) =>
      tidyParam(source, name, answers.params[name]) !== tidyParam(source, name, before.params[name]),
  );
}

/** Checks the answers of an edit: params that stay as they are are not looked at, so that no secret is asked for. */
export function editAnswersSchema(source: Source, before: SourceAnswers, answers: SourceAnswers) {
  const whole = sourceAnswersSchema(source);
  if (touchesParams(source, before, answers)) return whole;
  return z.extend(whole, { params: z.record(z.string(), z.union([z.string(), z.boolean()])) });
}

/** What to send so that a connection becomes as answered: nothing for what stays the same. The answers are valid. */
export function toPatch(source: Source, before: SourceAnswers, answers: SourceAnswers): PatchOperation[] {
  const name = answers.name.trim();
  const description = answers.description.trim();
  const operations: PatchOperation[] = [];
  if (name !== before.name) operations.push({ op: 'replace', path: '/name', value: name });
  if (description !== before.description) {
    operations.push(
      description === ''
        ? { op: 'remove', path: '/description' }
        : // T-UPD adds what may not be there yet; replacing it would be refused (FLOW-1455-400).
          { op: 'add', path: '/description', value: description },
    );
  }
  if (touchesParams(source, before, answers)) {
    const { params } = sourceAnswersSchema(source).parse(answers);
    operations.push({ op: 'replace', path: '/auth/params', value: params });
  }
  return operations;
}
