import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import { useEnvironment } from '../session/environment-query.ts';
import { secretStore, useSecrets } from '../session/secret-store.ts';
import { useCreateStage } from '../create/create-context.tsx';
import { useIsWriting } from '../api/use-is-writing.ts';
import { Status } from '../ui/layout/Status.tsx';
import { noteCleared } from '../wizard/draft.ts';
import { useWizard } from '../wizard/wizard.tsx';

/** Lists each secret in this page's memory with its expiry, and a button that clears them all. */
export function SecretsList() {
  const { storage } = useWizard();
  const secrets = useSecrets();
  const createStage = useCreateStage();
  const isWriting = useIsWriting();
  const { credentials: held } = useEnvironment();
  const [said, setSaid] = useState('');
  const effectId = useId();
  const clear = () => {
    if (storage !== null) {
      noteCleared(storage);
      // A reload also removes secrets that are still in the browser's memory.
      window.location.reload();
      return;
    }
    secretStore.clear();
    setSaid('Secrets cleared. To also remove them from the browser’s memory, close this tab.');
  };
  return (
    <>
      {held !== null && (
        <p className={style({ margin: 0 })}>
          The wizard server stores the client secret and access token. They are never sent to the browser.
        </p>
      )}
      {secrets.length === 0 ? (
        <p className={style({ margin: 0 })}>No secrets.</p>
      ) : (
        <>
          <ul className={style({ margin: 0, paddingStart: 20 })}>
            {secrets.map(({ label, until, note }) => (
              <li key={label}>
                {label}: {until}, or until you close or reload the page.
                {note !== undefined && ` ${note}`}
              </li>
            ))}
          </ul>
          {storage !== null && (
            <p id={effectId} className={style({ margin: 0 })}>
              Clear secrets reloads the page. Your other values are kept.
            </p>
          )}
          <Button
            variant="secondary"
            size="S"
            isDisabled={createStage !== null || isWriting}
            onPress={clear}
            {...(storage !== null && { 'aria-describedby': effectId })}
          >
            Clear secrets
          </Button>
        </>
      )}
      <Status>{secrets.length === 0 ? said : ''}</Status>
    </>
  );
}
