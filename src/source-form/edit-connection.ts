import * as z from 'zod/mini';
import type { PatchOperation } from '../flow-service/connection-request.ts';
import { isSecret } from '../sources/is-secret.ts';
import type { ParamAnswer, Source } from '../sources/source.ts';
import { describeValue } from './describe-value.ts';
import { matchPreset } from './match-preset.ts';
import { type SourceAnswers, sourceAnswersSchema } from './source-answers.ts';

/**
 * Whether the answers change where a connection leads or how it signs in. Flow Service replaces all params at
 * once (contract 6.6), so that every secret must then be given anew.
 */
export function touchesParams(source: Source, before: SourceAnswers, answers: SourceAnswers): boolean {
  return Object.keys(source.presentation).some(
    (name) => tidy(source, name, answers.params[name]) !== tidy(source, name, before.params[name]),
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

/** One thing that somebody else changed while it was being edited here. */
export interface Conflict {
  readonly label: string;
  readonly before: string;
  readonly now: string;
  /** What the form holds after {@link mergeAnswers}. */
  readonly here: string;
}

/** What changed between two readings of a connection, as far as it can be seen: a changed secret cannot. */
export function findConflicts(
  source: Source,
  before: SourceAnswers,
  now: SourceAnswers,
  merged: SourceAnswers,
): readonly Conflict[] {
  return editedFields(source).flatMap(({ label, read }) =>
    read(before) === read(now)
      ? []
      : [{ label, before: show(read(before)), now: show(read(now)), here: show(read(merged)) }],
  );
}

/** What was edited here stays; everything else is as somebody else left it. */
export function mergeAnswers(
  source: Source,
  before: SourceAnswers,
  now: SourceAnswers,
  here: SourceAnswers,
): SourceAnswers {
  const params = Object.fromEntries(
    Object.keys(source.presentation).map((name) => {
      const isEdited = tidy(source, name, here.params[name]) !== tidy(source, name, before.params[name]);
      return [name, (isEdited ? here : now).params[name] ?? ''];
    }),
  );
  return {
    preset: matchPreset(source, params, here.preset),
    name: here.name.trim() === before.name ? now.name : here.name,
    description: here.description.trim() === before.description ? now.description : here.description,
    params,
  };
}

interface EditedField {
  readonly label: string;
  readonly read: (answers: SourceAnswers) => ParamAnswer;
}

function editedFields(source: Source): readonly EditedField[] {
  return [
    { label: 'Connection name', read: ({ name }) => name },
    { label: 'Description', read: ({ description }) => description },
    ...Object.entries(source.presentation)
      .filter(([name]) => !isSecret(source, name))
      .map(([name, { label }]) => ({
        label,
        read: ({ params }: SourceAnswers) => tidy(source, name, params[name]),
      })),
  ];
}

/** A password is compared as it is; of everything else the blanks at the ends are dropped before it is sent. */
function tidy(source: Source, name: string, answer: ParamAnswer = ''): ParamAnswer {
  return typeof answer === 'string' && !isSecret(source, name) ? answer.trim() : answer;
}

function show(answer: ParamAnswer): string {
  return answer === '' ? 'Nothing' : describeValue(answer);
}
