import { TextField, type TextFieldProps, type TextFieldRef } from '@react-spectrum/s2/TextField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { keepPasswordManagersOut } from './keep-password-managers-out.ts';
import { type FieldProps, useField } from './use-field.ts';

interface TextInputProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly inputMode: NonNullable<TextFieldProps['inputMode']>;
  /** Whether the value is a code and not prose. If so, leading and trailing spaces are removed on blur. */
  readonly isCode: boolean;
  /** Called on blur with the final value. */
  readonly onLeave?: (value: string) => void;
  /** Called with pasted text. Returns true when the text was handled and must not be inserted. */
  readonly onPasteWhole?: (pasted: string) => boolean;
  /** Called with the new value before it is stored. */
  readonly onType?: (value: string) => void;
}

/** A single-line text field. The value of an empty field is the empty string. */
export function TextInput<Values extends FieldValues>(props: TextInputProps<Values>) {
  const { form, name, label, help, guide, inputMode, isCode, onLeave, onPasteWhole, onType } = props;
  const field = useField(form, name);
  return (
    <TextField
      ref={(input: TextFieldRef | null) => {
        field.attach(input);
        keepPasswordManagersOut(input?.getInputElement());
      }}
      name={name}
      label={label}
      description={help}
      contextualHelp={guide !== null && <FieldGuide label={label} guide={guide} />}
      inputMode={inputMode}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      value={field.text}
      onChange={(typed) => {
        onType?.(typed);
        field.onChange(typed);
      }}
      onPaste={(event) => {
        if (onPasteWhole?.(event.clipboardData.getData('text')) === true) event.preventDefault();
      }}
      onBlur={() => {
        const left = isCode ? field.text.trim() : field.text;
        if (left !== field.text) field.onChange(left);
        field.onBlur();
        onLeave?.(left);
      }}
      validationBehavior="aria"
      isInvalid={field.isInvalid}
      errorMessage={field.errorMessage}
      styles={style({ width: 'full' })}
    />
  );
}
