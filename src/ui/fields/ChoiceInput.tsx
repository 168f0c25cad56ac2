import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type ReactNode, useId } from 'react';
import type { FieldValues } from 'react-hook-form';
import { FieldGuide } from './FieldGuide.tsx';
import { type FieldProps, useField } from './use-field.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** An option with an icon is a card, which shows its description. */
  readonly icon?: ReactNode;
}

interface ChoiceInputProps<Values extends FieldValues> extends FieldProps<Values> {
  readonly options: readonly Choice[];
  readonly onChoose: (id: string) => void;
}

/** A choice of a few visible options. The description of a chosen option that is no card replaces the help below. */
export function ChoiceInput<Values extends FieldValues>(props: ChoiceInputProps<Values>) {
  const { form, name, label, help, guide, options, onChoose } = props;
  const field = useField(form, name);
  const areCards = options.some(({ icon }) => icon !== undefined);
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
      description={(!areCards && options.find(({ id }) => id === field.text)?.description) || help}
      orientation={areCards ? 'vertical' : 'horizontal'}
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
      {areCards ? (
        <div className={cards}>
          {options.map((option) => (
            <ChoiceCard key={option.id} option={option} />
          ))}
        </div>
      ) : (
        options.map((option) => (
          <Radio key={option.id} value={option.id}>
            {option.label}
          </Radio>
        ))
      )}
    </RadioGroup>
  );
}

const cards = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], md: 'repeat(3, minmax(0, 1fr))' },
  gap: 12,
});

const card = style({
  display: 'flex',
  backgroundColor: { default: 'transparent', ':has(:checked)': 'accent-subtle' },
  borderStyle: 'solid',
  borderWidth: 1,
  borderRadius: 'lg',
  borderColor: { default: 'gray-300', ':has(:checked)': 'accent-900', forcedColors: 'ButtonBorder' },
});

/** A large option: everything on the card belongs to its label, so that a click anywhere chooses it. */
function ChoiceCard({ option: { id, label, description, icon } }: { readonly option: Choice }) {
  const descriptionId = useId();
  return (
    <div data-choice-card className={card}>
      <Radio value={id} aria-label={label} aria-describedby={descriptionId} styles={style({ width: 'full' })}>
        {/* The layout of a radio button expects a single element. */}
        <span className={style({ display: 'block', minWidth: 0 })}>
          <span
            className={style({ display: 'flex', columnGap: 8, alignItems: 'center', fontWeight: 'bold' })}
          >
            {icon}
            <span>{label}</span>
          </span>
          <span
            id={descriptionId}
            className={style({
              display: 'block',
              font: 'ui-sm',
              color: 'neutral-subdued',
              marginTop: 4,
              textWrap: 'pretty',
            })}
          >
            {description}
          </span>
        </span>
      </Radio>
    </div>
  );
}
