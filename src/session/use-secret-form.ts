import { useEffect, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormProps,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { secretStore } from './secret-store.ts';

interface SecretFormOptions<Values extends FieldValues> extends UseFormProps<Values> {
  readonly defaultValues: DefaultValues<Values>;
  /** The fields whose secrets exist in this form and in no store. The array must stay the same between renders. */
  readonly secretFields: readonly { readonly field: FieldPath<Values>; readonly label: string }[];
}

/**
 * A form with secret fields. React Hook Form keeps its values as long as anything refers to the form, so the values
 * are cleared when the form unmounts.
 */
export function useSecretForm<Values extends FieldValues>({
  secretFields,
  ...options
}: SecretFormOptions<Values>): UseFormReturn<Values> {
  // A separate copy, which can be cleared.
  const [defaultValues] = useState(() => structuredClone(options.defaultValues));
  const form = useForm<Values>({ ...options, defaultValues });
  const { getValues, reset, resetField, subscribe } = form;
  const uses = useRef(0);
  useEffect(() => {
    const filled = () => secretFields.filter(({ field }) => getValues(field) !== '');
    const { update, release } = secretStore.hold({
      list: () =>
        filled().map(({ label }) => ({
          label: `${label} in this form`,
          until: 'until you save or leave the form',
        })),
      clear: () => {
        for (const { field } of filled()) resetField(field);
      },
    });
    const unsubscribe = subscribe({ formState: { values: true }, callback: update });
    return () => {
      unsubscribe();
      release();
    };
  }, [getValues, resetField, secretFields, subscribe]);
  useEffect(() => {
    uses.current += 1;
    const use = uses.current;
    return () =>
      // This runs after other unmount handlers, such as the one that saves the values. Strict mode reverts it at
      // once.
      queueMicrotask(() => {
        if (uses.current !== use) return;
        emptyTexts(defaultValues);
        reset(defaultValues);
      });
  }, [defaultValues, reset]);
  return form;
}

function emptyTexts(values: object): void {
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string') Reflect.set(values, key, '');
    else if (typeof value === 'object' && value !== null) emptyTexts(value);
  }
}
