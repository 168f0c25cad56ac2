import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { type Source, findParam } from '../sources/source.ts';
import { ParamAdvice } from './ParamAdvice.tsx';
import { ParamField } from './ParamField.tsx';
import type { SourceAnswers } from './answers/source-answers.ts';

interface AdvisedFieldProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
  readonly param: string;
  /** null where a pasted address or pasted settings are inserted unchanged. */
  readonly onPasteAddress: ((address: string) => void) | null;
}

/**
 * Advice appears when the user stops typing, and the fields below must not move. Some advice uses the space between
 * rows.
 */
const adviceFrame = style({
  display: 'flex',
  flexDirection: 'column',
  minHeight: { room: { words: { default: 64, sm: 44 }, wordsAndButton: { default: 96, sm: 44, xl: 40 } } },
  marginBottom: { room: { words: -8, wordsAndButton: -8 } },
});

/** The control for one param, with advice about its value. */
export function AdvisedField({ form, source, param, onPasteAddress }: AdvisedFieldProps) {
  const { control, adviceRoom } = findParam(source, param) ?? {};
  return (
    <>
      <ParamField form={form} source={source} param={param} onPasteAddress={onPasteAddress} />
      {/* Every secret may look like a placeholder. */}
      <div className={adviceFrame({ room: adviceRoom ?? (control === 'secret' ? 'words' : undefined) })}>
        <ParamAdvice form={form} source={source} param={param} />
      </div>
    </>
  );
}
