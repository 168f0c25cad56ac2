import type { UseFormReturn } from 'react-hook-form';
import type { Source } from '../sources/source.ts';
import { completeHost } from './apply-preset.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

/** Completes a bare cluster name in the form; to be called on leaving the field and before the form is sent. */
export function settleHost({ getValues, setValue }: UseFormReturn<SourceAnswers>, source: Source): void {
  const { preset, params } = getValues();
  const host = params['host'];
  if (typeof host !== 'string') return;
  const completed = completeHost(source, preset, host.trim());
  if (completed !== host.trim()) setValue('params.host', completed);
}
