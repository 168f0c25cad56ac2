import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { type Param, type Source, chooseAuthMethod, formParams } from '../sources/source.ts';
import { ChoiceInput } from '../ui/fields/ChoiceInput.tsx';
import { MultilineInput } from '../ui/fields/MultilineInput.tsx';
import { TextInput } from '../ui/fields/TextInput.tsx';
import { AdvisedField } from './AdvisedField.tsx';
import { PresetIcon } from './PresetIcon.tsx';
import { PresetParams } from './PresetParams.tsx';
import { applyPreset } from './apply-preset.ts';
import { setParam } from './set-params.ts';
import { useFold } from './use-fold.ts';
import { useShownParams } from './use-shown-params.ts';
import { type SourceAnswers, fitsControl, initialAnswer } from './answers/source-answers.ts';

interface SourceFieldsProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
  /**
   * Called with an address or settings pasted into one field, where they must not be inserted. null where they are
   * inserted unchanged.
   */
  readonly onPasteAddress: ((address: string) => void) | null;
  /** Whether the auth method can be chosen. That of an existing connection cannot. */
  readonly canChooseMethod: boolean;
}

const paramGrid = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], sm: ['minmax(0, 1fr)', 'minmax(0, 1fr)'] },
  columnGap: 24,
  rowGap: 16,
});

const cell = style({ gridColumnEnd: { width: { whole: { sm: 'span 2' } } } });

/** The fields of a source: environment, params, and the connection's name and description. */
export function SourceFields({ form, source, onPasteAddress, canChooseMethod }: SourceFieldsProps) {
  const fold = useFold(form, source);
  const toField = ({ name: param, width }: Param) => (
    <div key={param} className={cell({ width })}>
      <AdvisedField form={form} source={source} param={param} onPasteAddress={onPasteAddress} />
    </div>
  );
  const isFolded = ({ name }: Param) => fold.params.includes(name);
  const params = useShownParams(form, source);
  return (
    <>
      {canChooseMethod && source.authMethods.length > 1 && (
        <ChoiceInput
          form={form}
          name="authMethod"
          label="Authentication"
          help=""
          guide={null}
          options={source.authMethods.map(({ specName, label, description = '' }) => ({
            id: specName,
            label,
            description,
          }))}
          onChoose={(specName) => chooseMethod(form, chooseAuthMethod(source, specName))}
        />
      )}
      {source.presetQuestion !== null && (
        <ChoiceInput
          form={form}
          name="preset"
          label={source.presetQuestion}
          help=""
          guide={null}
          options={source.presets.map((preset) => ({ ...preset, icon: <PresetIcon kind={preset.kind} /> }))}
          onChoose={(preset) => {
            choosePreset(form, source, preset);
            fold.settle();
          }}
        />
      )}
      <div className={paramGrid}>
        {params.map((param) =>
          !isFolded(param) ? (
            toField(param)
          ) : param.name === fold.params[0] ? (
            <div key={param.name} className={cell({ width: 'whole' })}>
              <PresetParams source={source} fold={fold}>
                <div className={paramGrid}>{params.filter(isFolded).map(toField)}</div>
              </PresetParams>
            </div>
          ) : null,
        )}
      </div>
      <div className={paramGrid}>
        <TextInput
          form={form}
          name="name"
          label="Connection name"
          help="The name shown in Experience Platform."
          guide={null}
          inputMode="text"
          isCode={false}
        />
        {/* A stored or imported description may have several lines, which a field of one line would join. */}
        <MultilineInput
          form={form}
          name="description"
          label="Description (optional)"
          help="For example, the purpose of the connection"
          guide={null}
          isSecret={false}
          startsAsLine
        />
      </div>
    </>
  );
}

/** Replaces answers that the controls of the chosen method cannot show. Errors of another method are cleared. */
function chooseMethod(form: UseFormReturn<SourceAnswers>, { authMethod }: Source): void {
  form.clearErrors();
  const held = form.getValues('params');
  for (const param of formParams(authMethod)) {
    if (!fitsControl(param, held[param.name])) form.setValue(`params.${param.name}`, initialAnswer(param));
  }
}

function choosePreset(form: UseFormReturn<SourceAnswers>, source: Source, preset: string): void {
  const params = form.getValues('params');
  for (const [param, value] of Object.entries(applyPreset(source, preset, params))) {
    if (value !== params[param]) setParam(form, param, value);
  }
}
