import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Attempt } from '../../create/attempt.ts';
import { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { ErrorPanel } from '../../errors/ErrorPanel.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { ParsedSourceAnswers } from '../../source-form/answers/source-answers.ts';
import { PlatformFieldLink } from './PlatformFieldLink.tsx';
import { RepairParam } from './RepairParam.tsx';
import { useChosenSource } from '../wizard.tsx';

interface CreateProblemProps {
  /** The error of a request that was not carried out or never sent. */
  readonly error: Error;
  /** An earlier attempt whose outcome is still unknown. Trying again is then not safe. */
  readonly earlier: Attempt | null;
  readonly onSearchEarlier: () => void;
  /** Called with the answers after the invalid field was corrected here. */
  readonly onRepaired: (answers: ParsedSourceAnswers) => void;
  readonly onRetry: () => void;
}

/** Says why the connection was not created, and offers the shortest way to correct it. */
export function CreateProblem(props: CreateProblemProps) {
  const { error, earlier, onSearchEarlier, onRepaired, onRetry } = props;
  const source = useChosenSource();
  const explanation = explainError(error, source);
  const { field, sentence, advice } = explanation;
  const param = field?.startsWith('params.') === true ? field.slice('params.'.length) : null;
  const canRepeat = field === null && error instanceof FlowServiceError;
  return (
    <ErrorPanel
      error={error}
      source={source}
      explanation={explanation}
      onRetry={canRepeat ? onRetry : null}
      isAskedFor
    >
      <p className={style({ margin: 0 })}>
        {earlier === null
          ? 'The connection was not created. It is safe to try again.'
          : `This request was not processed. We don’t know yet whether the earlier request created “${earlier.name}”. Trying again may make a duplicate.`}
      </p>
      {param !== null && (
        <RepairParam param={param} message={`${sentence} ${advice}`} onRepaired={onRepaired} />
      )}
      <PlatformFieldLink explanation={explanation} />
      {earlier !== null && (
        <Button variant="secondary" onPress={onSearchEarlier}>
          Find earlier connection
        </Button>
      )}
    </ErrorPanel>
  );
}
