import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { emptyOnceGone } from './empty-once-gone.ts';
import { keepPasswordManagersOut } from './keep-password-managers-out.ts';
import { ShowSecretButton } from './ShowSecretButton.tsx';
import { type FieldProps, useField } from './use-field.ts';
import { useShownUntilContinue } from './use-shown-until-continue.ts';

interface SecretInputProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Applied to typed or pasted text. For a secret that must not change, it is the identity function. */
  readonly clean: (typed: string) => string;
}

/** A field for a secret. The value can be shown while typing and is hidden again on Continue. */
export function SecretInput<Values extends FieldValues>(props: SecretInputProps<Values>) {
  const { form, name, label, help, guide, clean } = props;
  const field = useField(form, name);
  const [isShown, toggle] = useShownUntilContinue(form);
  return (
    <TextField
      ref={(control: TextFieldRef | null) => {
        field.attach(control);
        const input = control?.getInputElement();
        if (!input) return undefined;
        keepPasswordManagersOut(input);
        return () => emptyOnceGone(input);
      }}
      name={name}
      label={label}
      contextualHelp={
        <>
          {guide !== null && <FieldGuide label={label} guide={guide} />}
          <ShowSecretButton label={label} isShown={isShown} onToggle={toggle} />
        </>
      }
      description={help}
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
