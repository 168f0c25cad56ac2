import { TextArea, type TextFieldRef } from '@react-spectrum/s2/TextArea';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { ShowSecretButton } from './ShowSecretButton.tsx';
import { emptyOnceGone } from './empty-once-gone.ts';
import { keepPasswordManagersOut } from './keep-password-managers-out.ts';
import { type FieldProps, useField } from './use-field.ts';
import { useShownUntilContinue } from './use-shown-until-continue.ts';

interface MultilineInputProps<Values extends FieldValues> extends FieldProps<Values> {
  /** A secret is hidden until the user shows it, and is hidden again on Continue. */
  readonly isSecret: boolean;
  /** Whether it is as high as a field of one line until its text has more. */
  readonly startsAsLine?: boolean;
}

/** A text field of several lines. Line breaks are kept as they are typed or pasted. */
export function MultilineInput<Values extends FieldValues>(props: MultilineInputProps<Values>) {
  const { form, name, label, help, guide, isSecret, startsAsLine = false } = props;
  const field = useField(form, name);
  const [isShown, toggle] = useShownUntilContinue(form);
  return (
    <TextArea
      ref={(control: TextFieldRef<HTMLTextAreaElement> | null) => {
        field.attach(control);
        const input = control?.getInputElement();
        if (!input) return undefined;
        keepPasswordManagersOut(input);
        if (startsAsLine) startAsLine(input);
        if (!isSecret) return undefined;
        // A text area has no password type. The policy of the page forbids style attributes but not this property.
        input.style.setProperty('-webkit-text-security', isShown ? 'none' : 'disc');
        return () => emptyOnceGone(input);
      }}
      name={name}
      label={label}
      contextualHelp={
        <>
          {guide !== null && <FieldGuide label={label} guide={guide} />}
          {isSecret && <ShowSecretButton label={label} isShown={isShown} onToggle={toggle} />}
        </>
      }
      description={help}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      value={field.text}
      onChange={field.onChange}
      onBlur={field.onBlur}
      validationBehavior="aria"
      isInvalid={field.isInvalid}
      errorMessage={field.errorMessage}
      styles={style({ width: 'full' })}
    />
  );
}

/** React Spectrum's text area has at least two rows and already has a height. It keeps the rows that are set here. */
function startAsLine(input: HTMLTextAreaElement): void {
  if (input.rows === 1) return;
  input.rows = 1;
  // The height of a field of one line includes its border.
  const border = input.parentElement?.clientTop ?? 0;
  const { minHeight, paddingTop } = getComputedStyle(input);
  input.style.minHeight = `${Number.parseFloat(minHeight) - 2 * border}px`;
  input.style.paddingBlock = `${Number.parseFloat(paddingTop) - border}px`;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}
