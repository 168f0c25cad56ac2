import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FlowServiceError } from '../../flow-service/flow-service-error.ts';
import { ErrorResponse } from '../../errors/ErrorResponse.tsx';
import { explainError } from '../../errors/explain-error.ts';
import type { Source } from '../../sources/source.ts';
import { CredentialsLink } from '../CredentialsLink.tsx';

interface TestErrorProps {
  readonly error: FlowServiceError;
  readonly source: Source | null;
}

/**
 * Shows why a test failed. It does not take the focus, because the test ran automatically while the user was reading.
 */
export function TestError({ error, source }: TestErrorProps) {
  const explanation = explainError(error, source);
  const { sentence, advice } = explanation;
  return (
    <div className={style({ font: 'body', display: 'flex', flexDirection: 'column', gap: 8 })}>
      <p className={style({ margin: 0 })}>
        <strong>{sentence}</strong> {advice}
      </p>
      <CredentialsLink explanation={explanation} secret={null} />
      <ErrorResponse error={error} />
    </div>
  );
}
