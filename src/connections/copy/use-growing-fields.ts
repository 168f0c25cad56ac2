import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import type { Param, Source } from '../../sources/source.ts';

/** The number of fields that are drawn at first and added by each click. */
const portion = 20;

/**
 * Which fields of a form are drawn, because drawing hundreds of them takes seconds. The form has the values of the others,
 * too, so they are checked when it is submitted.
 */
export function useGrowingFields(form: UseFormReturn<SourceAnswers>, { authMethod: { params } }: Source) {
  const [count, setCount] = useState(portion);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const drawn = useMemo(
    () => params.filter(({ name }, place) => place < count || opened.has(toPath({ name }))),
    [params, count, opened],
  );
  const next = params.slice(count).find((param) => !opened.has(toPath(param)));
  return {
    drawn,
    /** Draws more fields, and moves the focus to the first of them; null when all are drawn. */
    showMore:
      next === undefined
        ? null
        : () => {
            flushSync(() => setCount(params.indexOf(next) + portion));
            form.setFocus(toPath(next));
          },
    /** Moves the focus to a field. If it is not drawn, it is drawn without those before it, which may be hundreds. */
    setFocus: (field: FieldPath<SourceAnswers>) => {
      flushSync(() => setOpened((before) => new Set([...before, field])));
      form.setFocus(field);
    },
  };
}

export function toPath({ name }: Pick<Param, 'name'>) {
  return `params.${name}` as const;
}
