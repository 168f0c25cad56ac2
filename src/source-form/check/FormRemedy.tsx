import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { UseFormReturn } from 'react-hook-form';
import { toShownName } from '../../sources/connection-fields.ts';
import type { Endpoint } from '../../sources/endpoint.ts';
import { type Source, findParam } from '../../sources/source.ts';
import { linkStyle } from '../../ui/link-style.ts';
import type { SourceAnswers } from '../answers/source-answers.ts';
import { setParams } from '../set-params.ts';
import { type CheckState, failedStage } from './check-state.ts';
import { explainFailure } from './failure-words.ts';
import { findFix } from './find-fix.ts';

interface FormRemedyProps {
  readonly source: Source;
  readonly endpoint: Endpoint;
  readonly form: UseFormReturn<SourceAnswers>;
  readonly state: CheckState;
  /** Called after the click on a fix, whose button disappears. */
  readonly onFixed: () => void;
}

/** The button disappears after a click, and nothing below may move. */
const frame = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 8,
  minHeight: 32,
});

/** What the user can do about a failed check: go to the field that it is about, or correct it with one click. */
export function FormRemedy({ source, endpoint, form, state, onFixed }: FormRemedyProps) {
  const stage = failedStage(state);
  if (stage === null) return null;
  const hop = state.hops[stage];
  const { role } = explainFailure(endpoint, stage, hop.reason);
  const wrong = role === null ? null : endpoint[role];
  const param = wrong === null ? null : toShownName(source.authMethod, form.getValues('params'), wrong);
  const fix = state.isOutdated ? null : findFix(source, hop, form.getValues('params'));
  if (param === null && fix === null) return null;
  return (
    <div className={frame}>
      {param !== null && (
        <a
          href={`#params.${param}`}
          className={linkStyle({})}
          onClick={(event) => {
            event.preventDefault();
            form.setFocus(`params.${param}`);
          }}
        >
          Go to {findParam(source, param)?.label ?? param}
        </a>
      )}
      {fix !== null && (
        <Button
          variant="secondary"
          fillStyle="outline"
          onPress={() => {
            setParams(form, source, fix.params);
            onFixed();
          }}
        >
          {fix.label}
        </Button>
      )}
    </div>
  );
}
