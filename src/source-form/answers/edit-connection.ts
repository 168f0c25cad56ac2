import * as z from 'zod/mini';
import type { PatchOperation } from '../../flow-service/connection-request.ts';
import { shownParams } from '../../sources/connection-fields.ts';
import { findText } from '../../sources/fielded-text.ts';
import type { Param, Source } from '../../sources/source.ts';
import { type SourceAnswers, sourceAnswersSchema } from './source-answers.ts';
import { normalizeParam } from './param-answer.ts';

/**
 * Whether the answers change where a connection leads or how it signs in. Flow Service replaces all params at once
 * (OAS-D, T-UPD), so every secret must then be entered again.
 */
export function touchesParams(source: Source, before: SourceAnswers, answers: SourceAnswers): boolean {
  const { authMethod } = source;
  return shownParams(authMethod, answers.params).some(
    ({ name }) =>
      findText(authMethod, name)?.fields.entry.name !== name &&
      normalizeParam(source, name, answers.params[name]) !==
        normalizeParam(source, name, before.params[name]),
  );
}

/**
 * The schema for an edit. Unchanged params are not validated, so that no secret is required. A change of any param
 * replaces all, so the user must then enter those that could not be read.
 * @param unread See `unreadParams`.
 */
export function editAnswersSchema(
  source: Source,
  before: SourceAnswers,
  answers: SourceAnswers,
  unread: readonly Param[],
) {
  const whole = sourceAnswersSchema(source);
  if (touchesParams(source, before, answers)) {
    return whole.check(
      z.check(({ value, issues }) => {
        for (const param of unread.filter(({ name }) => value.params[name] === undefined)) {
          const message = `The stored value of ${param.label} cannot be read. Enter it again.`;
          issues.push({ code: 'custom', message, path: ['params', param.name], input: value });
        }
      }),
    );
  }
  return z.extend(whole, { params: z.record(z.string(), z.union([z.string(), z.boolean()])) });
}

/** The patch that applies the answers to a connection. Unchanged values are left out. The answers are valid. */
export function toPatch(source: Source, before: SourceAnswers, answers: SourceAnswers): PatchOperation[] {
  const name = answers.name.trim();
  const description = answers.description.trim();
  const operations: PatchOperation[] = [];
  if (name !== before.name) operations.push({ op: 'replace', path: '/name', value: name });
  if (description !== before.description) {
    operations.push(
      description === ''
        ? { op: 'remove', path: '/description' }
        : // T-UPD uses `add` for a value that may not exist yet. `replace` would be refused (FLOW-1455-400).
          { op: 'add', path: '/description', value: description },
    );
  }
  if (touchesParams(source, before, answers)) {
    const { params } = sourceAnswersSchema(source).parse(answers);
    operations.push({ op: 'replace', path: '/auth/params', value: params });
  }
  return operations;
}
