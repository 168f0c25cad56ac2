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
  /** The fields whose secrets are in this form and in no store. They must stay the same. */
  readonly secretFields: readonly { readonly field: FieldPath<Values>; readonly label: string }[];
}

/**
 * A form with secrets among its fields. The library keeps its values for as long as anything still refers to the
 * form, so they are emptied once the form has gone from the page.
 */
export function useSecretForm<Values extends FieldValues>({
  secretFields,
  ...options
}: SecretFormOptions<Values>): UseFormReturn<Values> {
  // Its own copy, which can be emptied.
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
      // After what else happens as the form goes, such as remembering its values. Strict mode takes it back at once.
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
