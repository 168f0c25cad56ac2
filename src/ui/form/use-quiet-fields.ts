import { useEffect, useState } from 'react';
import type { FieldPath, FieldPathValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { listenQuietly } from './listen-quietly.ts';

/**
 * What `read` makes of some fields of a form, once they have been left alone for a while; null until then. The
 * component is drawn anew when that changes, and not with every key. `names` and `read` must stay the same.
 */
export function useQuietFields<Values extends FieldValues, Names extends FieldPath<Values>[], Read>(
  { getValues, subscribe }: UseFormReturn<Values>,
  names: readonly [...Names],
  read: (held: [...FieldPathValues<Values, Names>]) => Read | null,
  milliseconds: number,
): Read | null {
  const [quiet, setQuiet] = useState<Read | null>(null);
  useEffect(() => {
    let held: [...FieldPathValues<Values, Names>] | null = null;
    const { look, stop } = listenQuietly(subscribe, milliseconds, {
      isChange: () => {
        const now = getValues(names);
        const before = held;
        if (before !== null && now.every((value, index) => value === before[index])) return false;
        held = now;
        setQuiet(null);
        return true;
      },
      onQuiet: () => {
        const made = held && read(held);
        setQuiet(() => made);
      },
    });
    look();
    return stop;
  }, [getValues, milliseconds, names, read, subscribe]);
  return quiet;
}
