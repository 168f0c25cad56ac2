import { type UseFormReturn, useWatch } from 'react-hook-form';
import { shownParams } from '../sources/connection-fields.ts';
import { fieldedTexts } from '../sources/fielded-text.ts';
import type { Param, Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

/** The params and fields that the form shows. They change when a connection string is entered in the other way. */
export function useShownParams(form: UseFormReturn<SourceAnswers>, source: Source): readonly Param[] {
  const { authMethod } = source;
  const entries = fieldedTexts(authMethod).map(({ fields }) => fields.entry.name);
  const answers = useWatch({ control: form.control, name: entries.map((name) => `params.${name}` as const) });
  return shownParams(
    authMethod,
    Object.fromEntries(entries.map((name, index) => [name, answers[index] ?? ''])),
  );
}
