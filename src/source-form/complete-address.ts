import type { UseFormReturn } from 'react-hook-form';
import type { Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { addSuffix } from './apply-preset.ts';

/** Completes a short host name in the form's address field. Call it on blur and before the form is submitted. */
export function completeAddress({ getValues, setValue }: UseFormReturn<SourceAnswers>, source: Source): void {
  const { address } = source;
  const { preset, params } = getValues();
  const typed = address === null ? undefined : params[address];
  if (typeof typed !== 'string') return;
  const completed = addSuffix(source, preset, typed.trim());
  if (completed !== typed.trim()) setValue(`params.${address}`, completed);
}
