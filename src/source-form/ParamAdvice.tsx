import type { UseFormReturn } from 'react-hook-form';
import { splitAddress } from '../imports/split-address.ts';
import type { Advice as SourceAdvice } from '../sources/advice.ts';
import { findText } from '../sources/fielded-text.ts';
import { readConnectionString } from '../sources/connection-string.ts';
import { findOverlay } from '../sources/find-overlay.ts';
import { type ParamAnswers, type Source, findParam, toWord } from '../sources/source.ts';
import { Advice } from '../ui/fields/Advice.tsx';
import { useDebouncedValues } from '../ui/form/use-debounced-values.ts';
import { adviseEdges } from './advise-edges.ts';
import { adviseTemplate } from './advise-template.ts';
import { setParams } from './set-params.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

/** Milliseconds without input before advice is shown. */
const debounceMilliseconds = 500;

interface ParamAdviceProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
  readonly param: string;
}

/** Advice about one param. It appears when the user stops typing. */
export function ParamAdvice({ form, source, param }: ParamAdviceProps) {
  // The hook is called in this component so that a pause does not render the fields again.
  const { params } = useDebouncedValues(form, debounceMilliseconds);
  const advice =
    adviseTemplate(source, param, params) ??
    adviseEdges(source, param, params) ??
    adviseText(source, param, params) ??
    adviseSplit(source, param, params) ??
    findOverlay(source)
      ?.advise(params)
      .find((one) => one.param === param && isPossible(source, one.fix)) ??
    null;
  const fix = advice?.fix ?? null;
  return (
    <Advice
      message={advice?.message ?? ''}
      fix={
        fix && {
          label: fix.label,
          onPress: () => {
            setParams(form, source, fix.params);
            // The button disappears with the advice.
            form.setFocus(`params.${param}`);
          },
        }
      }
    />
  );
}

/** Offers to split a complete address that was entered into one field. */
function adviseSplit(source: Source, param: string, params: ParamAnswers) {
  const typed = params[param];
  const described = findParam(source, param);
  if (described === undefined || param !== source.address || typeof typed !== 'string') return null;
  const split = splitAddress(typed, source);
  if (split === null || split.kind === 'refused') return null;
  return {
    message: [`This is more than a ${toWord(described)} name.`, ...split.notes].join(' '),
    fix: { label: 'Split into fields', params: split.params },
  };
}

/** Says why a connection string that was entered as a text cannot be shown in its fields. */
function adviseText({ authMethod }: Source, param: string, params: ParamAnswers): SourceAdvice | null {
  const { param: owner, fields } = findText(authMethod, param) ?? {};
  const typed = params[param];
  if (fields === undefined || owner?.name !== param || typeof typed !== 'string' || typed === '') return null;
  const read = readConnectionString(fields.format, typed);
  return read.kind === 'raw' ? { param, message: read.reason, fix: null } : null;
}

/** Whether the source has every param that a correction changes. */
function isPossible(source: Source, fix: SourceAdvice['fix']): boolean {
  return fix === null || Object.keys(fix.params).every((name) => findParam(source, name) !== undefined);
}
