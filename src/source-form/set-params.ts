import type { UseFormReturn } from 'react-hook-form';
import type { ParamAnswer, ParamAnswers, Source } from '../sources/source.ts';
import { matchPreset } from './match-preset.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { updateName } from './follow-name.ts';

/**
 * Sets some params in the form. The suggested name and the preset follow, and a field with an error is validated
 * again.
 */
export function setParams(form: UseFormReturn<SourceAnswers>, source: Source, changes: ParamAnswers): void {
  const { params: held, preset } = form.getValues();
  // A copy, because React Hook Form changes its own values in place.
  const before = { ...held };
  const after = { ...before, ...changes };
  for (const [param, value] of Object.entries(changes)) {
    setParam(form, param, value);
  }
  form.setValue('preset', matchPreset(source, after, preset));
  updateName(form, source, before, after);
}

/** Sets one param. A field with an error is validated again. */
export function setParam(form: UseFormReturn<SourceAnswers>, param: string, value: ParamAnswer): void {
  const field = `params.${param}` as const;
  form.setValue(field, value);
  if (form.getFieldState(field).invalid) void form.trigger(field);
}
