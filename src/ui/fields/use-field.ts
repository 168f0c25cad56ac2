import { use } from 'react';
import { flushSync } from 'react-dom';
import { type FieldPath, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';
import type { Guide } from './GuidePopover.tsx';
import { Reveal } from './reveal.ts';

/** The common props of every field: the form and the name of the field. */
export interface FieldProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  /** Shown below the field when it has no error. */
  readonly help: string;
  /** null when the help text is sufficient. */
  readonly guide: Guide | null;
}

/** Binds a control to a field. A field with an error is validated on every change, and others only on Continue. */
export function useField<Values extends FieldValues>(form: UseFormReturn<Values>, name: FieldPath<Values>) {
  const { field, fieldState } = useController({ control: form.control, name });
  const reveal = use(Reveal);
  const value: unknown = field.value;
  return {
    /** For text controls: a missing value is the empty string. */
    text: typeof value === 'string' ? value : '',
    /** For switches: a missing value is off. */
    isOn: value === true,
    /** Registers the control that receives the focus. */
    attach: (control: { focus: () => void } | null) =>
      field.ref(
        control === null || reveal === null
          ? control
          : {
              focus: () => {
                // A folded field cannot take the focus.
                flushSync(reveal);
                control.focus();
              },
            },
      ),
    onBlur: field.onBlur,
    onChange: (value: unknown) => {
      field.onChange(value);
      if (fieldState.invalid) void form.trigger(name);
    },
    isInvalid: fieldState.invalid,
    errorMessage: fieldState.error?.message ?? '',
  };
}
