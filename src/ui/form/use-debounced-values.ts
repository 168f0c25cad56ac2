import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { debounceChanges } from './debounce-changes.ts';

/**
 * The values of a form after they have not changed for a while. The component renders again only then, and not on
 * every key.
 */
export function useDebouncedValues<Values extends FieldValues>(
  { getValues, subscribe }: UseFormReturn<Values>,
  milliseconds: number,
): Values {
  const [values, setValues] = useState(() => getValues());
  useEffect(() => {
    const { stop } = debounceChanges(subscribe, milliseconds, {
      isChange: () => true,
      onPause: () => setValues(structuredClone(getValues())),
    });
    return stop;
  }, [getValues, milliseconds, subscribe]);
  return values;
}
