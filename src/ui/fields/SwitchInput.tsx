import { Switch } from '@react-spectrum/s2/Switch';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { type FieldProps, useField } from './use-field.ts';

const helpStyle = style({
  font: 'ui-sm',
  color: { default: 'neutral-subdued', isInvalid: 'negative' },
  margin: 0,
  marginTop: 4,
});

export function SwitchInput<Values extends FieldValues>(props: FieldProps<Values>) {
  const { form, name, label, help, guide } = props;
  const field = useField(form, name);
  const helpId = useId();
  return (
    <div>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 4 })}>
        <Switch
          ref={(control) => field.attach(control)}
          name={name}
          isEmphasized
          aria-describedby={helpId}
          isSelected={field.isOn}
          onChange={field.onChange}
          onBlur={field.onBlur}
        >
          {label}
        </Switch>
        {guide !== null && <FieldGuide label={label} guide={guide} />}
      </div>
      <p id={helpId} className={helpStyle({ isInvalid: field.isInvalid })}>
        {field.isInvalid ? field.errorMessage : help}
      </p>
    </div>
  );
}
