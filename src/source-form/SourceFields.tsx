import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import type { Source } from '../sources/source.ts';
import { ChoiceInput } from '../ui/ChoiceInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ParamField } from './ParamField.tsx';
import { applyPreset } from './apply-preset.ts';
import type { SourceAnswers } from './source-answers.ts';

interface SourceFieldsProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
}

/** Every field of a source: where it runs, its params, and the name and description of the connection. */
export function SourceFields({ form, source }: SourceFieldsProps) {
  return (
    <>
      <ChoiceInput
        form={form}
        name="preset"
        label={source.presetQuestion}
        options={source.presets}
        onChoose={(preset) => choosePreset(form, source, preset)}
      />
      {Object.keys(source.presentation).map((param) => (
        <ParamField key={param} form={form} source={source} param={param} />
      ))}
      <hr
        className={style({
          width: 'full',
          borderStyle: 'none',
          height: 1,
          margin: 0,
          backgroundColor: 'gray-200',
        })}
      />
      <TextInput
        form={form}
        name="name"
        label="Connection name"
        help="By this name the connection is found again in Experience Platform."
        inputMode="text"
        isCode={false}
      />
      <TextInput
        form={form}
        name="description"
        label="Description (optional)"
        help="What the connection is for, for those who come after you."
        inputMode="text"
        isCode={false}
      />
    </>
  );
}

function choosePreset(form: UseFormReturn<SourceAnswers>, source: Source, preset: string): void {
  const params = form.getValues('params');
  for (const [param, value] of Object.entries(applyPreset(source, preset, params))) {
    if (value === params[param]) continue;
    const name = `params.${param}` as const;
    form.setValue(name, value);
    if (form.getFieldState(name).invalid) void form.trigger(name);
  }
}
