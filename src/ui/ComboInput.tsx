import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2/ComboBox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { type FieldProps, useField } from './use-field.ts';

interface ComboInputProps<Values extends FieldValues> extends FieldProps<Values> {
  /** `name` becomes the value; `description` is searched too. */
  readonly options: readonly { readonly name: string; readonly description: string }[];
  /** How many are listed at once: every one takes time, in sight or not. The others are found by typing. */
  readonly mostOptions: number;
  readonly autoFocus: boolean;
}

/** One of many, found by typing; anything else may be typed as well. */
export function ComboInput<Values extends FieldValues>(props: ComboInputProps<Values>) {
  const { form, name, label, help, guide, options, mostOptions, autoFocus } = props;
  const field = useField(form, name);
  return (
    <ComboBox
      ref={(control) => field.attach(control)}
      label={label}
      description={help}
      contextualHelp={guide !== null && <FieldGuide label={label} guide={guide} />}
      size="L"
      autoFocus={autoFocus}
      allowsCustomValue
      menuTrigger="focus"
      items={search(options, field.text).slice(0, mostOptions)}
      inputValue={field.text}
      onInputChange={field.onChange}
      onBlur={field.onBlur}
      validationBehavior="aria"
      isInvalid={field.isInvalid}
      errorMessage={field.errorMessage}
      styles={style({ width: 'full' })}
    >
      {(option) => (
        <ComboBoxItem id={option.name} textValue={option.name}>
          <Text slot="label">{option.name}</Text>
          <Text slot="description">{option.description}</Text>
        </ComboBoxItem>
      )}
    </ComboBox>
  );
}

/** Every option while the text is one of them, so that a choice can be changed; else those that contain it. */
function search<Option extends { readonly name: string; readonly description: string }>(
  options: readonly Option[],
  text: string,
): readonly Option[] {
  const wanted = text.trim().toLowerCase();
  return options.some(({ name }) => name === text)
    ? options
    : options.filter((option) => `${option.name} ${option.description}`.toLowerCase().includes(wanted));
}
