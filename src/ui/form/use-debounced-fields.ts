import { useEffect, useState } from 'react';
import type { FieldPath, FieldPathValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { debounceChanges } from './debounce-changes.ts';

/**
 * The result of `read` for some fields of a form, after the form has not changed for a while. It is null until then.
 * The component renders again only when the result changes, and not on every key. `names` and `read` must stay the
 * same between renders.
 */
export function useDebouncedFields<Values extends FieldValues, Names extends FieldPath<Values>[], Read>(
  { getValues, subscribe }: UseFormReturn<Values>,
  names: readonly [...Names],
  read: (held: [...FieldPathValues<Values, Names>]) => Read | null,
  milliseconds: number,
): Read | null {
  const [debounced, setDebounced] = useState<Read | null>(null);
  useEffect(() => {
    let held: [...FieldPathValues<Values, Names>] | null = null;
    const { look, stop } = debounceChanges(subscribe, milliseconds, {
      isChange: () => {
        const now = getValues(names);
        const before = held;
        if (before !== null && now.every((value, index) => value === before[index])) return false;
        held = now;
        setDebounced(null);
        return true;
      },
      onPause: () => {
        const made = held && read(held);
        setDebounced(() => made);
      },
    });
    look();
    return stop;
  }, [getValues, milliseconds, names, read, subscribe]);
  return debounced;
}
