import type { UseFormReturn } from 'react-hook-form';
import { type Source, findParam } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { addSuffix } from './apply-preset.ts';

/**
 * Completes a short host name in the form's address field, and shows a valid address in the form that is sent.
 * Call it on blur and before the form is submitted.
 */
export function completeAddress({ getValues, setValue }: UseFormReturn<SourceAnswers>, source: Source): void {
  const { address } = source;
  const { preset, params } = getValues();
  if (address === null) return;
  const typed = params[address];
  if (typeof typed !== 'string') return;
  const param = findParam(source, address);
  const { findProblem, normalize } = param?.control === 'text' ? param : {};
  const given = typed.trim();
  const isValid = findProblem === undefined || findProblem(given) === null;
  const completed = addSuffix(source, preset, isValid ? (normalize?.(given) ?? given) : given);
  if (completed !== given) setValue(`params.${address}`, completed);
}
