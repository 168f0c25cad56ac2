import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * What a form holds after it has been left alone for a while. The component is drawn anew then, and not with
 * every key.
 */
export function useQuietFormValues<Values extends FieldValues>(
  { getValues, subscribe }: UseFormReturn<Values>,
  milliseconds: number,
): Values {
  const [values, setValues] = useState(() => getValues());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => setValues(structuredClone(getValues())), milliseconds);
      },
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [getValues, milliseconds, subscribe]);
  return values;
}
