import type { UseFormReturn } from 'react-hook-form';
import type { ParamAnswers, Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

/** The name of a connection whose params changed: a proposed one follows them, one that was edited stays. */
export function followName(source: Source, name: string, before: ParamAnswers, after: ParamAnswers): string {
  return name === source.proposeName(before) ? source.proposeName(after) : name;
}

/** Lets the proposed name in the form follow its params; a name in error is checked again. */
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
