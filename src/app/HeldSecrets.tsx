import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { readAccessToken } from '../flow-service/schemas/access-token.ts';
import { usePlatformAnswers } from '../session/access.tsx';
import { describeTime } from '../ui/describe-time.ts';
import { useEnvironment } from '../session/environment-query.ts';
import { forgetSecrets } from '../session/forget-secrets.ts';
import { useCreateStage, useCreator } from '../create/create-context.tsx';
import { type PlatformAnswers, platformLabels } from '../session/platform-answers.ts';
import { useIsWriting } from '../api/use-is-writing.ts';
import { secretFields, withoutSecrets } from '../source-form/answers/secrets.ts';
import type { SourceAnswers } from '../source-form/answers/source-answers.ts';
import type { Source } from '../sources/source.ts';
import { Status } from '../ui/layout/Status.tsx';
import { formSecrets } from '../ui/form/form-secrets.ts';
import { type Memory, useMemory, useMemoryPart } from '../ui/form/memory.ts';
import { noteCleared } from '../wizard/draft.ts';
import { type Wizard, useWizard } from '../wizard/wizard.tsx';

/** Each secret that this page holds: where, until when, and the way to let go of it now. */
export function HeldSecrets() {
  const platformMemory = usePlatformAnswers();
  const wizard = useWizard();
  const { source } = wizard;
  const token = useMemoryPart(platformMemory, describeToken);
  const params = useMemoryPart(wizard.answers, (answers) => listSecrets(source, answers));
  const inForms = useMemory(formSecrets);
  const createStage = useCreateStage();
  const creator = useCreator();
  const isWriting = useIsWriting();
  const { credentials: held } = useEnvironment();
  const queryClient = useQueryClient();
  const [said, setSaid] = useState('');
  const effectId = useId();
  const secrets = [
    ...(token === '' ? [] : [{ label: platformLabels.accessToken, until: token }]),
    ...params
      .split('\n')
      .filter((label) => label !== '')
      .map((label) => ({ label, until: 'until the connection is created' })),
    ...inForms.map(({ label }) => ({ label: `${label} in this form`, until: 'until it is saved or left' })),
  ];
  const clear = () => {
    if (wizard.storage !== null) {
      noteCleared(wizard.storage);
      window.location.reload();
      return;
    }
    clearInPlace(platformMemory, wizard);
    creator.clearSecrets();
    for (const secret of inForms) secret.clear();
    forgetSecrets(queryClient);
    setSaid('Cleared. To remove the secrets from the browser’s memory too, close this tab.');
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
            {wizard.storage !== null && (
              <p id={effectId} className={style({ margin: 0 })}>
                Clear now loads the page again. Everything but the secrets is kept.
              </p>
            )}
            <Button
              variant="secondary"
              size="S"
              isDisabled={createStage !== null || isWriting}
              onPress={clear}
              {...(wizard.storage !== null && { 'aria-describedby': effectId })}
            >
              Clear now
            </Button>
          </>
        )}
        <Status>{secrets.length === 0 ? said : ''}</Status>
      </div>
    </details>
  );
}

/** Empty where there is none. */
function describeToken({ accessToken }: PlatformAnswers): string {
  if (accessToken === '') return '';
  const expiresAt = readAccessToken(accessToken)?.expiresAt ?? null;
  return expiresAt === null ? 'until it is cleared' : `good until ${describeTime(expiresAt)}`;
}

/** The labels of the secret params that are filled in, a line each. */
function listSecrets(source: Source, { params }: SourceAnswers): string {
  return secretFields(source)
    .filter(({ param }) => params[param] !== '')
    .map(({ label }) => label)
    .join('\n');
}

function clearInPlace(platform: Memory<PlatformAnswers>, { source, answers, fieldProblem }: Wizard): void {
  // Both first, because without its token the wizard leaves the form that holds the latest answers.
  const [caller, held] = [platform.latest(), answers.latest()];
  platform.restart({ ...caller, accessToken: '' });
  answers.restart({ ...held, params: withoutSecrets(source, held.params) });
  fieldProblem.set(null);
}
