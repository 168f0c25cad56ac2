import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Circle from '@react-spectrum/s2/icons/Circle';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { fieldedTexts } from '../sources/fielded-text.ts';
import { isSecret } from '../sources/secrets.ts';
import { type ParamAnswer, type Source, isOptional } from '../sources/source.ts';
import { Section } from '../ui/layout/Section.tsx';
import { useShownParams } from './use-shown-params.ts';
import { describeValue } from './answers/param-answer.ts';
import type { SourceAnswers } from './answers/source-answers.ts';

interface AnswersSummaryProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
}

/** What the connection needs and what is entered so far, next to the form. */
export function AnswersSummary({ form, source }: AnswersSummaryProps) {
  const entries = fieldedTexts(source.authMethod).map(({ fields }) => fields.entry.name);
  const formed = useShownParams(form, source).filter((param) => !entries.includes(param.name));
  const [params, name] = useWatch({ control: form.control, name: ['params', 'name'] });
  const shown = [
    ...formed
      .filter((param) => !isOptional(param) || isEntered(params[param.name]))
      .map((param) => ({
        label: param.label,
        answer: params[param.name],
        isSecret: isSecret(source, param.name),
      })),
    { label: 'Connection name', answer: name, isSecret: false },
  ];
  return (
    <Section heading="Summary" lead={null} action={null}>
      <ul className={list}>
        {shown.map(({ label, answer, isSecret: isHidden }) => (
          <li key={label} className={row}>
            {isEntered(answer) ? (
              <CheckmarkCircle aria-label="Entered" styles={iconStyle({ color: 'positive' })} />
            ) : (
              <Circle aria-label="Needed" />
            )}
            <span>{label}</span>
            <span className={value}>
              {isEntered(answer) ? (isHidden ? '••••••••' : describeValue(answer)) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const list = style({ font: 'ui', listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: 4 });
const row = style({
  display: 'grid',
  gridTemplateColumns: ['auto', 'auto', 'minmax(0, 1fr)'],
  columnGap: 8,
  alignItems: 'center',
  minHeight: 24,
});
const value = style({
  textAlign: 'end',
  color: 'neutral-subdued',
  overflowWrap: 'anywhere',
});

function isEntered(answer: ParamAnswer | undefined): answer is ParamAnswer {
  return answer !== undefined && (typeof answer === 'boolean' || answer.trim() !== '');
}
