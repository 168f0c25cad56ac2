import type { Guide } from './GuidePopover.tsx';
import { type FieldPath, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';

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
  const value: unknown = field.value;
  return {
    /** For text controls: a missing value is the empty string. */
    text: typeof value === 'string' ? value : '',
    /** For switches: a missing value is off. */
    isOn: value === true,
    /** Registers the control that receives the focus. */
    attach: field.ref,
    onBlur: field.onBlur,
    onChange: (value: unknown) => {
      field.onChange(value);
      if (fieldState.invalid) void form.trigger(name);
    },
    isInvalid: fieldState.invalid,
    errorMessage: fieldState.error?.message ?? '',
  };
}
