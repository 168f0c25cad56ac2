import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import type { FieldValues } from 'react-hook-form';
import { type FieldProps, useField } from './use-field.ts';

interface ChoiceInputProps<Values extends FieldValues> extends Omit<FieldProps<Values>, 'help' | 'guide'> {
  readonly options: readonly { readonly id: string; readonly label: string; readonly description: string }[];
  readonly onChoose: (id: string) => void;
}

/** A choice of a few visible options. The description of the chosen one is shown below. */
export function ChoiceInput<Values extends FieldValues>(props: ChoiceInputProps<Values>) {
  const { form, name, label, options, onChoose } = props;
  const field = useField(form, name);
  return (
    <RadioGroup
      label={label}
      description={options.find(({ id }) => id === field.text)?.description}
      size="L"
      orientation="horizontal"
      isEmphasized
      value={field.text}
      onChange={(id) => {
        field.onChange(id);
        onChoose(id);
      }}
      onBlur={field.onBlur}
    >
      {options.map((option) => (
        <Radio key={option.id} value={option.id}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
