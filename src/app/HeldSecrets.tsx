import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readAccessToken } from '../flow-service/access-token.ts';
import { usePlatformAnswers } from '../platform/access.tsx';
import { describeTime } from '../platform/describe-time.ts';
import { useEnvironment } from '../platform/environment-query.ts';
import { forgetSecrets } from '../platform/forget-secrets.ts';
import { platformLabels } from '../platform/platform-answers.ts';
import { isSecret } from '../sources/secrets.ts';
import { Status } from '../ui/Status.tsx';
import { formSecrets } from '../ui/form-secrets.ts';
import { useMemory } from '../ui/memory.ts';
import { withoutSecrets } from '../source-form/secrets.ts';
import { useCreateStage, useCreateStates } from '../create/create-context.tsx';
import { useWizard } from '../wizard/wizard.tsx';

/** Each secret that this page holds: where, until when, and the way to let go of it now. */
export function HeldSecrets() {
  const platformMemory = usePlatformAnswers();
  const { source, answers: answersMemory, fieldProblem } = useWizard();
  const platform = useMemory(platformMemory);
  const answers = useMemory(answersMemory);
  const inForms = useMemory(formSecrets);
  const createStage = useCreateStage();
  const { creator } = useCreateStates();
  const { credentials: held } = useEnvironment();
  const queryClient = useQueryClient();
  const [said, setSaid] = useState('');
  const secrets = [
    ...(platform.accessToken === ''
      ? []
      : [{ label: platformLabels.accessToken, until: describeToken(platform.accessToken) }]),
    ...Object.entries(source.presentation)
      .filter(([name]) => isSecret(source, name) && answers.params[name] !== '')
      .map(([, { label }]) => ({ label, until: 'until the connection is created' })),
    ...inForms.map(({ label }) => ({ label: `${label} in this form`, until: 'until it is saved or left' })),
  ];
  const clear = () => {
    platformMemory.restart({ ...platform, accessToken: '' });
    answersMemory.restart({ ...answers, params: withoutSecrets(source, answers.params) });
    fieldProblem.set(null);
    creator.clearSecrets();
    for (const secret of inForms) secret.clear();
    forgetSecrets(queryClient);
    setSaid('Cleared. The page holds no secret.');
  };
  return (
    <details>
      <summary className={style({ cursor: 'pointer', paddingY: 4 })}>What this page holds</summary>
      <div
        className={style({
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'start',
          gap: 8,
          paddingY: 8,
        })}
      >
        {held !== null && (
          <p className={style({ margin: 0 })}>
            Client secret and access token are held by this page’s server and never come here.
          </p>
        )}
        {secrets.length === 0 ? (
          <p className={style({ margin: 0 })}>No secret.</p>
        ) : (
          <>
            <ul className={style({ margin: 0, paddingStart: 20 })}>
              {secrets.map(({ label, until }) => (
                <li key={label}>
                  {label}: in the memory of this page, {until}, or until the page is closed or reloaded.
                </li>
              ))}
            </ul>
            <Button variant="secondary" size="S" isDisabled={createStage !== null} onPress={clear}>
              Clear now
            </Button>
          </>
        )}
        <Status>{secrets.length === 0 ? said : ''}</Status>
      </div>
    </details>
  );
}

function describeToken(token: string): string {
  const expiresAt = readAccessToken(token)?.expiresAt ?? null;
  return expiresAt === null ? 'until it is cleared' : `good until ${describeTime(expiresAt)}`;
}
