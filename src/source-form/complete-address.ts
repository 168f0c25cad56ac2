import type { UseFormReturn } from 'react-hook-form';
import type { Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { addSuffix } from './apply-preset.ts';

/** Completes a bare name in the form's address; to be called on leaving the field and before the form is sent. */
export function completeAddress({ getValues, setValue }: UseFormReturn<SourceAnswers>, source: Source): void {
  const { address } = source;
  const { preset, params } = getValues();
  const typed = address === null ? undefined : params[address];
  if (typeof typed !== 'string') return;
  const completed = addSuffix(source, preset, typed.trim());
  if (completed !== typed.trim()) setValue(`params.${address}`, completed);
}
