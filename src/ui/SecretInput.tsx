import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { type FieldValues, useFormState } from 'react-hook-form';
import { keepPasswordManagersOut } from './keep-password-managers-out.ts';
import { type FieldProps, useField } from './use-field.ts';

const showButton = style({
  font: 'ui-sm',
  color: { default: 'accent-900', ':hover': 'accent-1000' },
  backgroundColor: { default: 'transparent', ':hover': 'gray-100' },
  borderStyle: 'none',
  borderRadius: 'default',
  height: 24,
  minWidth: 24,
  paddingX: 8,
  cursor: 'pointer',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: { default: 'focus-ring', forcedColors: 'Highlight' },
  outlineWidth: 2,
});

interface SecretInputProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Applied to what is typed or pasted; the identity for a password, which is never altered. */
  readonly clean: (typed: string) => string;
}

/** A secret, typed or pasted: it can be looked at while it is typed and is hidden again on Continue. */
export function SecretInput<Values extends FieldValues>(props: SecretInputProps<Values>) {
  const { form, name, label, help, clean } = props;
  const field = useField(form, name);
  const { submitCount } = useFormState({ control: form.control });
  // Shown only until the next Continue.
  const [shownAt, setShownAt] = useState<number | null>(null);
  const isShown = shownAt === submitCount;
  return (
    <TextField
      ref={(input: TextFieldRef | null) => {
        field.attach(input);
        keepPasswordManagersOut(input?.getInputElement());
      }}
      name={name}
      label={label}
      contextualHelp={
        // Spectrum's own buttons do not go inside its text field: they expect a slot there.
        <button
          type="button"
          aria-label={`${isShown ? 'Hide' : 'Show'} ${label.toLowerCase()}`}
          className={showButton}
          onClick={() => setShownAt(isShown ? null : submitCount)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      }
      description={help}
      size="L"
      type={isShown ? 'text' : 'password'}
      autoComplete="new-password"
      autoCorrect="off"
      spellCheck="false"
      value={field.text}
      onChange={(typed) => field.onChange(clean(typed))}
      onBlur={field.onBlur}
      validationBehavior="aria"
      isInvalid={field.isInvalid}
      errorMessage={field.errorMessage}
      styles={style({ width: 'full' })}
    />
  );
}
