import { isSecret } from '../../sources/secrets.ts';
import type { ParamAnswer, Source } from '../../sources/source.ts';
import { matchPreset } from '../match-preset.ts';
import type { SourceAnswers } from './source-answers.ts';
import { describeValue, normalizeParam } from './param-answer.ts';

/** Keeps the changes of this edit and takes all other values from the other user's version. */
export function rebaseAnswers(
  source: Source,
  before: SourceAnswers,
  now: SourceAnswers,
  here: SourceAnswers,
): SourceAnswers {
  const params = {
    ...here.params,
    ...Object.fromEntries(
      source.authMethod.params.map(({ name }) => {
        const isEdited =
          normalizeParam(source, name, here.params[name]) !==
          normalizeParam(source, name, before.params[name]);
        return [name, (isEdited ? here : now).params[name] ?? ''];
      }),
    ),
  };
  return {
    authMethod: here.authMethod,
    preset: matchPreset(source, params, here.preset),
    name: here.name.trim() === before.name ? now.name : here.name,
    description: here.description.trim() === before.description ? now.description : here.description,
    params,
  };
}

/** A value that another user changed during this edit. */
export interface Conflict {
  readonly label: string;
  readonly before: string;
  readonly now: string;
  /** The value of the form after {@link rebaseAnswers}. */
  readonly here: string;
}

/** The visible differences between two versions of a connection. A changed secret is not visible. */
export function findConflicts(
  source: Source,
  before: SourceAnswers,
  now: SourceAnswers,
  rebased: SourceAnswers,
): readonly Conflict[] {
  return editedFields(source).flatMap(({ label, read }) =>
    read(before) === read(now)
      ? []
      : [{ label, before: show(read(before)), now: show(read(now)), here: show(read(rebased)) }],
  );
}

interface EditedField {
  readonly label: string;
  readonly read: (answers: SourceAnswers) => ParamAnswer;
}

function editedFields(source: Source): readonly EditedField[] {
  return [
    { label: 'Connection name', read: ({ name }) => name },
    { label: 'Description', read: ({ description }) => description },
    ...source.authMethod.params
      .filter(({ name }) => !isSecret(source, name))
      .map(({ name, label }) => ({
        label,
        read: ({ params }: SourceAnswers) => normalizeParam(source, name, params[name]),
      })),
  ];
}

function show(answer: ParamAnswer): string {
  return answer === '' ? 'Empty' : describeValue(answer);
}
