import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2/ComboBox';
import type { TextFieldRef } from '@react-spectrum/s2/TextField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { type FieldProps, useField } from './use-field.ts';
import { useKeepListOpen } from './use-keep-list-open.ts';

/** The selection in a field as character positions. Both are equal for a caret. */
export type TextSelection = readonly [start: number, end: number];

interface ComboInputProps<Values extends FieldValues> extends FieldProps<Values> {
  /** `name` becomes the value. The search also covers `description`. */
  readonly options: readonly { readonly name: string; readonly description: string }[];
  /** The number of options that are listed at once, because each one takes time to draw. Typing finds the others. */
  readonly mostOptions: number;
  /** The selection in the field that this one replaces while the user is typing in it, or null. */
  readonly replacedSelection: TextSelection | null;
}

/** A field with a searchable list of options. Other values can be typed as well. */
export function ComboInput<Values extends FieldValues>(props: ComboInputProps<Values>) {
  const { form, name, label, help, guide, options, mostOptions, replacedSelection } = props;
  const field = useField(form, name);
  const control = useRef<TextFieldRef>(null);
  const getInput = useCallback(() => control.current?.getInputElement() ?? null, []);
  useKeepListOpen(getInput);
  const [taken] = useState(replacedSelection);
  const [isTyping, setIsTyping] = useState(taken !== null);
  // A layout effect runs before the browser handles the next key, which would otherwise be lost.
  useLayoutEffect(() => {
    if (taken === null) return;
    getInput()?.focus();
    getInput()?.setSelectionRange(...taken);
  }, [getInput, taken]);
  return (
    <ComboBox
      ref={(current) => {
        control.current = current;
        field.attach(current);
      }}
      label={label}
      description={help}
      contextualHelp={guide !== null && <FieldGuide label={label} guide={guide} />}
      allowsCustomValue
      // A list that opens without a key press or a click covers what the user is about to press.
      menuTrigger={isTyping ? 'input' : 'focus'}
      items={search(options, field.text).slice(0, mostOptions)}
      inputValue={field.text}
      onInputChange={field.onChange}
      onBlur={() => {
        setIsTyping(false);
        field.onBlur();
      }}
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

/**
 * Returns every option when the text equals one of them, so that the choice can be changed. Otherwise returns the
 * options that contain the text.
 */
function search<Option extends { readonly name: string; readonly description: string }>(
  options: readonly Option[],
  text: string,
): readonly Option[] {
  const wanted = text.trim().toLowerCase();
  return options.some(({ name }) => name === text)
    ? options
    : options.filter((option) => `${option.name} ${option.description}`.toLowerCase().includes(wanted));
}
