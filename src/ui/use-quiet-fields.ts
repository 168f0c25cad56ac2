import { useEffect, useState } from 'react';
import type { FieldPath, FieldPathValues, FieldValues, UseFormReturn } from 'react-hook-form';

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
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before: readonly unknown[] = [];
    const look = () => {
      const held = getValues(names);
      if (before.length > 0 && held.every((value, index) => value === before[index])) return;
      before = held;
      clearTimeout(timer);
      setQuiet(null);
      timer = setTimeout(() => {
        const made = read(held);
        setQuiet(() => made);
      }, milliseconds);
    };
    look();
    const unsubscribe = subscribe({ formState: { values: true }, callback: look });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [getValues, milliseconds, names, read, subscribe]);
  return quiet;
}
