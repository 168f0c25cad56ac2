import type { Guide } from './GuidePopover.tsx';
import { type FieldPath, type FieldValues, type UseFormReturn, useController } from 'react-hook-form';

/** What every adapter takes: the form, and which of its fields it is. */
export interface FieldProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  /** Stands below the field while nothing is wrong with it. */
  readonly help: string;
  /** null where that is all there is to say. */
  readonly guide: Guide | null;
}

/** Binds one control to one field. A field in error is checked again as it changes; others only on Continue. */
export function useField<Values extends FieldValues>(form: UseFormReturn<Values>, name: FieldPath<Values>) {
  const { field, fieldState } = useController({ control: form.control, name });
  const value: unknown = field.value;
  return {
    /** For controls of text: nothing is the empty string. */
    text: typeof value === 'string' ? value : '',
    /** For switches: nothing is off. */
    isOn: value === true,
    /** Takes the control that receives the focus. */
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
