import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { isSame } from './store.ts';

interface ChangedFields<Values extends FieldValues> {
  readonly plain: readonly FieldPath<Values>[];
  /** Their values are not compared, because a comparison would keep them. */
  readonly secret: readonly FieldPath<Values>[];
}

/**
 * Calls `onChange` when the value of one of the fields changes, by the user or by a program. All parameters must stay
 * the same between renders.
 */
export function useFieldChanges<Values extends FieldValues>(
  { getValues, subscribe }: UseFormReturn<Values>,
  { plain, secret }: ChangedFields<Values>,
  onChange: () => void,
): void {
  useEffect(() => {
    const read = () => [
      ...plain.map((field) => getValues(field)),
      ...secret.map((field) => getValues(field) === ''),
    ];
    let before = read();
    return subscribe({
      formState: { values: true },
      callback: (change) => {
        const now = read();
        const isTyped = change.type === 'change' && secret.some((field) => field === change.name);
        // React Hook Form reports new values of the whole form without a name, but with a type.
        const isReset = change.name === undefined && 'type' in change;
        if (isTyped || isReset || !isSame(now, before)) onChange();
        before = now;
      },
    });
  }, [getValues, onChange, plain, secret, subscribe]);
}
