import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { SourceAnswers } from '../../source-form/answers/source-answers.ts';
import { toCheckRequest } from '../../source-form/check/to-check-request.ts';
import { nameSecret, secretParams } from '../../sources/secrets.ts';
import type { Source } from '../../sources/source.ts';
import { displayName } from '../../ui/display-text.ts';

interface SecretServerProps {
  readonly form: UseFormReturn<SourceAnswers>;
  readonly source: Source;
}

/**
 * Says which server a secret leads to that has the server in it, such as a connection string. A new one could lead all
 * selected connections to another server.
 */
export function SecretServer({ form, source }: SecretServerProps) {
  const params = useWatch({ control: form.control, name: 'params' });
  const isEmpty = secretParams(source).every(({ name }) => (params[name] ?? '') === '');
  return (
    <p className={style({ margin: 0, overflowWrap: 'anywhere' })}>
      {`Server in the ${nameSecret(source) ?? 'secret'}: ${isEmpty ? 'none yet' : describeServer(source, params)}`}
    </p>
  );
}

function describeServer(source: Source, params: SourceAnswers['params']): string {
  // A text without settings and without a URL may be a password that was pasted alone, which must not be shown.
  const isWhole = secretParams(source).some(({ name }) => /=|:\/\//.test(String(params[name] ?? '')));
  const request = isWhole ? toCheckRequest(source, params) : null;
  return request === null ? 'not recognized' : `${displayName(request.host, 200)}, port ${request.port}`;
}
