import type { AuthMethod, ConnectionFields, Param, ParamAnswers } from './source.ts';

/** A connection string of a source with the fields that make it up. */
export interface FieldedText {
  readonly param: Param;
  readonly fields: ConnectionFields;
}

/** The connection strings of a method that have fields. */
export function fieldedTexts({ params }: Pick<AuthMethod, 'params'>): readonly FieldedText[] {
  return params.flatMap((param) =>
    param.control === 'secret' && param.connectionString !== undefined
      ? [{ param, fields: param.connectionString }]
      : [],
  );
}

/** The connection string that a field belongs to; undefined for a param without fields. */
export function findText(method: Pick<AuthMethod, 'params'>, name: string): FieldedText | undefined {
  return fieldedTexts(method).find(({ param, fields: { entry, parts } }) =>
    [param, entry, ...parts].some((one) => one.name === name),
  );
}

export function isEnteredAsText({ entry }: ConnectionFields, answers: ParamAnswers): boolean {
  return answers[entry.name] === 'text';
}
