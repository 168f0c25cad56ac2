import type { UseFormReturn } from 'react-hook-form';
import type { ParamAnswers, Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

/** The connection name after its params changed. A suggested name follows the params, and an edited name stays. */
export function followName(source: Source, name: string, before: ParamAnswers, after: ParamAnswers): string {
  return name === source.proposeName(before) ? source.proposeName(after) : name;
}

/** Updates the suggested name in the form. A name with an error is validated again. */
export function updateName(
  { getFieldState, getValues, setValue, trigger }: UseFormReturn<SourceAnswers>,
  source: Source,
  before: ParamAnswers,
  after: ParamAnswers,
): void {
  const name = getValues('name');
  const followed = followName(source, name, before, after);
  if (followed === name) return;
  setValue('name', followed);
  if (getFieldState('name').invalid) void trigger('name');
}
