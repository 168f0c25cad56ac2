import type { FieldPath } from 'react-hook-form';
import { type Source, formParams } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

/** The fields of a source in the order in which they appear on the page. */
export function sourceFieldOrder(source: Source): readonly FieldPath<SourceAnswers>[] {
  const params = formParams(source.authMethod).map(({ name: param }) => `params.${param}` as const);
  return ['authMethod', 'preset', ...params, 'name', 'description'];
}
