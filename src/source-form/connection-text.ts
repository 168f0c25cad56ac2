import { flushSync } from 'react-dom';
import type { UseFormReturn } from 'react-hook-form';
import { showText, switchEntry, toShownName } from '../sources/connection-fields.ts';
import { findText } from '../sources/fielded-text.ts';
import { isConnectionString } from '../sources/connection-string.ts';
import { findPlaceholders } from '../sources/connection-placeholders.ts';
import type { Source } from '../sources/source.ts';
import type { SourceAnswers } from './answers/source-answers.ts';
import { setParams } from './set-params.ts';

/**
 * Handles a whole connection string that is pasted into one of its fields. Returns whether it is one. It fills the
 * fields if they make up the same text, and is shown as a text otherwise. A template is left to the import, which says
 * what to replace.
 */
export function pasteConnectionString(
  form: UseFormReturn<SourceAnswers>,
  source: Source,
  field: string,
  pasted: string,
): boolean {
  const text = findText(source.authMethod, field);
  // A line break at an end is not part of what was copied.
  const whole = pasted.replace(/^[\r\n]+|[\r\n]+$/g, '');
  if (text === undefined || !isConnectionString(text.fields.format, whole)) return false;
  if (findPlaceholders(whole).length > 0) return false;
  // The field may disappear, and its successor must exist before it can take the focus.
  flushSync(() => setParams(form, source, showText(text, whole)));
  form.clearErrors('params');
  form.setFocus(`params.${toShownName(source.authMethod, form.getValues('params'), text.param.name)}`);
  return true;
}

/** Call this after the user chose between the fields and the text of a connection string. */
export function followEntry(form: UseFormReturn<SourceAnswers>, source: Source, entry: string): void {
  const text = findText(source.authMethod, entry);
  if (text === undefined) return;
  const answers = form.getValues('params');
  form.clearErrors('params');
  setParams(form, source, switchEntry(text, answers, String(answers[entry])));
}
