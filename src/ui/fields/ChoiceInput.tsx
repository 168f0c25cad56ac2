import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { type FieldProps, useField } from './use-field.ts';

interface ChoiceInputProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly options: readonly { readonly id: string; readonly label: string; readonly description: string }[];
  readonly onChoose: (id: string) => void;
}

/** A choice of a few visible options. The description of the chosen one replaces the help text below. */
export function ChoiceInput<Values extends FieldValues>(props: ChoiceInputProps<Values>) {
  const { form, name, label, help, guide, options, onChoose } = props;
  const field = useField(form, name);
  return (
    <RadioGroup
      ref={(group) => {
        // A link of the error summary focuses the field.
        const input = () =>
          group?.UNSAFE_getDOMNode()?.querySelector<HTMLInputElement>('input:checked, input');
        field.attach(group === null ? null : { focus: () => input()?.focus() });
      }}
      label={label}
      contextualHelp={guide !== null && <FieldGuide label={label} guide={guide} />}
      description={options.find(({ id }) => id === field.text)?.description || help}
      size="L"
      orientation="horizontal"
      isEmphasized
      value={field.text}
      onChange={(id) => {
        field.onChange(id);
        onChoose(id);
      }}
      onBlur={field.onBlur}
      isInvalid={field.isInvalid}
      errorMessage={field.errorMessage}
    >
      {options.map((option) => (
        <Radio key={option.id} value={option.id}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
